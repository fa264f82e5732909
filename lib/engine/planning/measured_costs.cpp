#include "engine/planning/measured_costs.hpp"

#include <bit>
#include <complex>
#include <mutex>

#include "engine/signals/element.hpp"

namespace noble::engine {
namespace {

constexpr std::size_t most_costs = 1 << 16;

struct memory {
    std::mutex mutex;
    measured_costs costs;
};

memory& all() {
    static memory known;
    return known;
}

// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), but by words of 64 bits, whose upper bits it would
// else not spread.
class hash {
 public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x100000001b3;
        value_ ^= value_ >> 32;
    }
    void add(index_t word) { add(static_cast<std::uint64_t>(word)); }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
    std::uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace

template <class T>
measured_key key_of(const canonical<T>& form, int count_class) {
    hash h;
    h.add(form.outputs());
    h.add(form.inputs());
    for (const auto& t : form.taps()) {
        h.add(t.row);
        h.add(t.offset);
        h.add(static_cast<double>(std::real(t.value)));
        h.add(static_cast<double>(std::imag(t.value)));
    }
    return {element_name<T>, {}, {}, h.value(), count_class};
}

void insert(measured_costs& costs, const measured_key& key, double nanoseconds) {
    if (costs.size() < most_costs || costs.contains(key)) costs[key] = nanoseconds;
}

bool knows_costs() {
    const std::lock_guard lock(all().mutex);
    return !all().costs.empty();
}

std::optional<double> known_cost(const measured_key& key) {
    const std::lock_guard lock(all().mutex);
    const auto found = all().costs.find(key);
    if (found == all().costs.end()) return {};
    return found->second;
}

measured_costs known_costs() {
    const std::lock_guard lock(all().mutex);
    return all().costs;
}

void remember_cost(const measured_key& key, double nanoseconds) {
    const std::lock_guard lock(all().mutex);
    insert(all().costs, key, nanoseconds);
}

void remember_costs(const measured_costs& costs) {
    const std::lock_guard lock(all().mutex);
    for (const auto& [key, cost] : costs) insert(all().costs, key, cost);
}

void forget_costs() {
    const std::lock_guard lock(all().mutex);
    all().costs.clear();
}

template measured_key key_of(const canonical<float>&, int);
template measured_key key_of(const canonical<double>&, int);
template measured_key key_of(const canonical<std::complex<float>>&, int);
template measured_key key_of(const canonical<std::complex<double>>&, int);

}  // namespace noble::engine
