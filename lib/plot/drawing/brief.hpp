// Words as titles, as algebra/print/brief.hpp has them: long lists of taps are cut.
#pragma once

#include <string>

#include "algebra/print/brief.hpp"
#include "noble/bank.hpp"
#include "noble/op2d.hpp"

namespace noble::drawing {

std::string brief(const op2d& a);
std::string brief(const bank& a);

}  // namespace noble::drawing
