#pragma once

namespace dateline {

/// Regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1, by its continued
/// fraction (NIST Digital Library of Mathematical Functions, 8.17.22). To 10 digits or better.
double incomplete_beta(double a, double b, double x);

/// How probable a value of Student's t as far from 0 as `t` is, on either side (DLMF 8.17.1;
/// Student 1908). `degrees_of_freedom` is 1 or more.
double student_two_sided(double t, double degrees_of_freedom);

}  // namespace dateline
