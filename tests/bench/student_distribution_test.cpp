#include "bench/student_distribution.hpp"

#include <cmath>
#include <limits>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("critical values of Student's t in the printed tables") {
    struct Row {
        double degrees_of_freedom;
        double t_05;
        double t_01;
    };
    for (const Row& row :
         {Row{1, 12.706, 63.657}, Row{2, 4.303, 9.925}, Row{5, 2.571, 4.032}, Row{10, 2.228, 3.169},
          Row{30, 2.042, 2.750}, Row{60, 2.000, 2.660}, Row{120, 1.980, 2.617}}) {
        INFO(row.degrees_of_freedom);
        CHECK(student_two_sided(row.t_05, row.degrees_of_freedom) == Approx(0.05).margin(5e-5));
        CHECK(student_two_sided(-row.t_01, row.degrees_of_freedom) == Approx(0.01).margin(5e-5));
    }
    CHECK(student_two_sided(1.959964, 1e6) == Approx(0.05).margin(1e-5));
}

TEST_CASE("one and two degrees of freedom have closed forms") {
    const double pi = std::acos(-1);
    for (const double t : {0.001, 0.5, 1.0, 3.0, 50.0, 1e6}) {
        INFO(t);
        CHECK(student_two_sided(t, 1) == Approx(1 - 2 / pi * std::atan(t)).margin(1e-12));
        CHECK(student_two_sided(t, 2) == Approx(1 - t / std::sqrt(2 + t * t)).margin(1e-12));
    }
    CHECK(student_two_sided(0, 7) == 1);
    CHECK(student_two_sided(std::numeric_limits<double>::infinity(), 7) == 0);
}

TEST_CASE("the incomplete beta function has its closed forms and its symmetry") {
    for (double x = 0; x <= 1; x += 0.125) {
        CHECK(incomplete_beta(1, 1, x) == Approx(x).margin(1e-14));
        CHECK(incomplete_beta(3, 1, x) == Approx(x * x * x).margin(1e-14));
        CHECK(incomplete_beta(2, 2, x) == Approx(x * x * (3 - 2 * x)).margin(1e-14));
        for (const double a : {0.5, 4.0, 70.0})
            CHECK(incomplete_beta(a, 2.5, x) + incomplete_beta(2.5, a, 1 - x) ==
                  Approx(1).margin(1e-12));
    }
}
