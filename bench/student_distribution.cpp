#include "bench/student_distribution.hpp"

#include <cmath>
#include <initializer_list>

namespace dateline {

namespace {

// No part of the fraction may be 0, it is divided by (Lentz 1976, Thompson & Barnett 1986).
double off_zero(double value) { return std::abs(value) < 1e-300 ? 1e-300 : value; }

// 1 / (1 + d1/(1 + d2/(1 + ...))) of DLMF 8.17.22, by the modified method of Lentz.
double beta_fraction(double a, double b, double x) {
    constexpr int most_steps = 100'000;
    constexpr double precision = 1e-15;
    double numerator = 1;
    double denominator = 1 / off_zero(1 - (a + b) * x / (a + 1));
    double value = denominator;
    for (int m = 1; m <= most_steps; ++m) {
        double change = 1;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        for (const double term : {even, odd}) {
            denominator = 1 / off_zero(1 + term * denominator);
            numerator = off_zero(1 + term / numerator);
            change = denominator * numerator;
            value *= change;
        }
        if (std::abs(change - 1) < precision) break;
    }
    return value;
}

}  // namespace

double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    // The fraction converges fast on this side of the mean only.
    if (x > (a + 1) / (a + b + 2)) return 1 - incomplete_beta(b, a, 1 - x);
    const double scale = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    return scale * beta_fraction(a, b, x) / a;
}

double student_two_sided(double t, double degrees_of_freedom) {
    if (std::isinf(t)) return 0;
    return incomplete_beta(degrees_of_freedom / 2, 0.5,
                           degrees_of_freedom / (degrees_of_freedom + t * t));
}

}  // namespace dateline
