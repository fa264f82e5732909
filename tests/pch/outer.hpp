// What the tests of the algebra and of the program include besides: random words, and JSON.
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "core.hpp"
