// What the tests of the program include besides.
#include <nlohmann/json.hpp>

#include "tests.hpp"
