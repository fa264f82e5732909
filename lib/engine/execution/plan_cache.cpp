#include "engine/execution/plan_cache.hpp"

#include <algorithm>
#include <list>
#include <mutex>
#include <string_view>
#include <vector>

#include "engine/execution/plan_bytes.hpp"
#include "engine/signals/element.hpp"
#include "engine/signals/threads.hpp"
#include "noble/limit.hpp"

namespace noble::engine {

// What the cache counts of an entry, whatever its element type; guarded by the cache's mutex.
struct cache_entry_size {
    double bytes = 0;      ///< of the plan and its spaces
    bool is_kept = false;  ///< in the cache
};

template <class T>
struct cache_entry {
    explicit cache_entry(const linear_map& map) : made(map), size{plan_bytes(made)} {}
    plan<T> made;
    std::vector<std::unique_ptr<workspace<T>>> spaces;  // guarded by the cache's mutex
    cache_entry_size size;
};

namespace {

constexpr std::size_t most_plans = 64;
constexpr std::size_t most_spaces = 8;  // of one plan, kept between executions

// A quarter of the memory limit, or less: others need memory beside the plans of the past.
double most_bytes() {
    constexpr double most = 0x1p28;
    return std::min(most, static_cast<double>(memory_limit()) / 4);
}

// One plan leaves room for a few others.
double most_bytes_of_plan() { return most_bytes() / 4; }

// A bound word by its handle and its binding; any other map by its own handle; a sum or Kronecker
// product, of which parts follow, by their number.
struct part {
    const void* handle;
    index_t n = 0;
    interval outputs{};
    noble::boundary boundary = noble::boundary::zero;
    bool transposed = false;
    std::size_t terms = 0;
    std::size_t factors = 0;
    friend bool operator==(const part&, const part&) = default;
};

// What a plan depends on: its element type, the map's parts and, for plans made from now on, the
// environment. Words on two axes are sums of Kronecker products, made anew by each A(x).
struct key {
    std::string_view element;
    part first;
    std::vector<part> others;
    instruction_set set;
    int threads;
    friend bool operator==(const key&, const key&) = default;
};

void add_parts(const linear_map& map, std::vector<part>& parts) {
    if (const auto* a = std::get_if<map_node::bound_word>(&map.root())) {
        parts.push_back({&a->word.root(), a->n, a->outputs, a->boundary, a->transposed});
    } else if (const auto* sum = std::get_if<map_node::sum>(&map.root())) {
        parts.push_back({.handle = nullptr, .terms = sum->terms.size()});
        for (const auto& term : sum->terms) add_parts(term, parts);
    } else if (const auto* kron = std::get_if<map_node::kron>(&map.root())) {
        parts.push_back({.handle = nullptr, .factors = kron->maps.size()});
        for (const auto& factor : kron->maps) add_parts(factor, parts);
    } else {
        parts.push_back({&map.root()});
    }
}

template <class T>
key key_of(const linear_map& map) {
    const auto set = default_instruction_set();
    const int threads = thread_count();
    if (const auto* a = std::get_if<map_node::bound_word>(&map.root())) {
        return {element_name<T>,
                {&a->word.root(), a->n, a->outputs, a->boundary, a->transposed},
                {},
                set,
                threads};
    }
    std::vector<part> parts;
    add_parts(map, parts);
    return {element_name<T>, {nullptr}, std::move(parts), set, threads};
}

// Plans of all element types, the most recently used first.
class cache {
 public:
    template <class T>
    std::shared_ptr<cache_entry<T>> find(const linear_map& map) {
        key wanted = key_of<T>(map);
        if (auto entry = known(wanted)) return std::static_pointer_cast<cache_entry<T>>(entry);
        // Planned outside the lock: others need not wait, and planning may throw.
        auto entry = std::make_shared<cache_entry<T>>(map);
        keep(std::move(wanted), entry, entry->size);
        return entry;
    }

    /// A workspace of the entry's that nobody uses, if there is one.
    template <class T>
    std::unique_ptr<workspace<T>> take_space(cache_entry<T>& entry) {
        const std::lock_guard lock(mutex_);
        if (entry.spaces.empty()) return nullptr;
        auto space = std::move(entry.spaces.back());
        entry.spaces.pop_back();
        add(entry.size, -bytes_of(*space));
        return space;
    }

    template <class T>
    void give_back(cache_entry<T>& entry, std::unique_ptr<workspace<T>> space) {
        items forgotten;  // freed outside the lock, as is a space that is not kept
        const std::lock_guard lock(mutex_);
        const double bytes = bytes_of(*space);
        if (!entry.size.is_kept || entry.spaces.size() >= most_spaces ||
            entry.size.bytes + bytes > most_bytes_of_plan()) {
            return;
        }
        entry.spaces.push_back(std::move(space));
        add(entry.size, bytes);
        forget(forgotten);
    }

 private:
    struct item {
        key wanted;
        std::shared_ptr<void> entry;
        cache_entry_size* size;  ///< the entry's own
    };
    using items = std::list<item>;

    template <class T>
    static double bytes_of(const workspace<T>& space) {
        return static_cast<double>(space.bytes());
    }

    std::shared_ptr<void> known(const key& wanted) {
        const std::lock_guard lock(mutex_);
        const auto found = std::ranges::find(items_, wanted, &item::wanted);
        if (found == items_.end()) return nullptr;
        items_.splice(items_.begin(), items_, found);
        return found->entry;
    }

    void keep(key wanted, std::shared_ptr<void> entry, cache_entry_size& size) {
        if (size.bytes > most_bytes_of_plan()) return;
        items forgotten;
        const std::lock_guard lock(mutex_);
        items_.push_front({std::move(wanted), std::move(entry), &size});
        size.is_kept = true;
        bytes_ += size.bytes;
        forget(forgotten);
    }

    void add(cache_entry_size& size, double bytes) {
        size.bytes += bytes;
        if (size.is_kept) bytes_ += bytes;
    }

    // Moves the least recently used to `forgotten` until the rest is few enough and small enough.
    void forget(items& forgotten) {
        const double most = most_bytes();
        while (!items_.empty() && (items_.size() > most_plans || bytes_ > most)) {
            auto& size = *items_.back().size;
            size.is_kept = false;
            bytes_ -= size.bytes;
            forgotten.splice(forgotten.begin(), items_, std::prev(items_.end()));
        }
    }

    std::mutex mutex_;
    items items_;
    double bytes_ = 0;  ///< of all items: whole numbers, so that none is lost by rounding
};

cache& plans() {
    static cache all;
    return all;
}

}  // namespace

template <class T>
cached_plan<T>::cached_plan(const linear_map& map)
    : entry_(plans().find<T>(map)), space_(plans().take_space(*entry_)) {
    if (!space_) space_ = std::make_unique<workspace<T>>(entry_->made);
}

template <class T>
cached_plan<T>::~cached_plan() {
    plans().give_back(*entry_, std::move(space_));
}

template <class T>
const plan<T>& cached_plan<T>::run() const noexcept {
    return entry_->made;
}

template class cached_plan<float>;
template class cached_plan<double>;
template class cached_plan<std::complex<float>>;
template class cached_plan<std::complex<double>>;

}  // namespace noble::engine
