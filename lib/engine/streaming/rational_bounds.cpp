#include "engine/streaming/rational_bounds.hpp"

#include <gmpxx.h>

#include "noble/error.hpp"

namespace noble::engine {

index_t floor_of(const rational& value) {
    mpz_class result;
    mpz_fdiv_q(result.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
    if (!result.fits_slong_p()) throw limit_error("a stream's latency or reach leaves 64 bits");
    return result.get_si();
}

index_t ceil_of(const rational& value) { return -floor_of(-value); }

}  // namespace noble::engine
