// What most tests include, read once for each program.
#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/noble.hpp"
