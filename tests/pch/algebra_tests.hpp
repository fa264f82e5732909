// What the tests of the algebra include besides: a fourth of them draw words.
#include <rapidcheck.h>

#include "tests.hpp"
