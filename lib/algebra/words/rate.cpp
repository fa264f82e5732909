#include "noble/rate.hpp"

#include <numeric>
#include <ostream>

#include "base/checked.hpp"

namespace noble {

rate operator*(const rate& a, const rate& b) {
    const index_t g = std::gcd(a.outputs, b.inputs);
    const index_t h = std::gcd(b.outputs, a.inputs);
    return {checked::mul(a.outputs / g, b.outputs / h), checked::mul(a.inputs / h, b.inputs / g)};
}

std::string to_string(const rate& r) {
    const std::string outputs = std::to_string(r.outputs);
    return r.inputs == 1 ? outputs : outputs + "/" + std::to_string(r.inputs);
}

std::ostream& operator<<(std::ostream& out, const rate& r) { return out << to_string(r); }

}  // namespace noble
