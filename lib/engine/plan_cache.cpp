#include "engine/plan_cache.hpp"

#include <algorithm>
#include <list>
#include <mutex>
#include <string>
#include <vector>

#include "engine/threads.hpp"

namespace noble::engine {

template <class T>
struct cache_entry {
    explicit cache_entry(const linear_map& a) : map(a), made(a) {}
    linear_map map;
    plan<T> made;
    std::mutex mutex;  // of the spaces
    std::vector<std::unique_ptr<workspace<T>>> spaces;
};

namespace {

constexpr std::size_t most_plans = 64;
constexpr std::size_t most_spaces = 8;  // of one plan, kept between executions

// A bound word by its handle and its binding; any other map by its own handle; a sum or Kronecker
// product, of which parts follow, by their number.
struct part {
    const void* handle;
    index_t n = 0;
    interval outputs{};
    boundary rule = boundary::zero;
    bool transposed = false;
    std::size_t terms = 0;
    std::size_t factors = 0;
    friend bool operator==(const part&, const part&) = default;
};

// What a plan depends on: the map's parts and, for plans made from now on, the environment. Words
// on two axes are sums of Kronecker products, made anew by each A(x).
struct key {
    part first;
    std::vector<part> others;
    instruction_set set;
    int threads;
    friend bool operator==(const key&, const key&) = default;
};

void add_parts(const linear_map& map, std::vector<part>& parts) {
    if (const auto* a = std::get_if<map_node::bound_word>(&map.root())) {
        parts.push_back({&a->word.root(), a->n, a->outputs, a->rule, a->transposed});
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

key key_of(const linear_map& map) {
    const auto set = default_instruction_set();
    const int threads = thread_count();
    if (const auto* a = std::get_if<map_node::bound_word>(&map.root())) {
        return {{&a->word.root(), a->n, a->outputs, a->rule, a->transposed}, {}, set, threads};
    }
    std::vector<part> parts;
    add_parts(map, parts);
    return {{nullptr}, std::move(parts), set, threads};
}

// The most recently used first.
template <class T>
class cache {
 public:
    std::shared_ptr<cache_entry<T>> find(const linear_map& map) {
        const key wanted = key_of(map);
        if (auto entry = known(wanted)) return entry;
        // Planned outside the lock: others need not wait, and planning may throw.
        auto entry = std::make_shared<cache_entry<T>>(map);
        const std::lock_guard lock(mutex_);
        entries_.push_front({wanted, entry});
        if (entries_.size() > most_plans) entries_.pop_back();
        return entry;
    }

 private:
    std::shared_ptr<cache_entry<T>> known(const key& wanted) {
        const std::lock_guard lock(mutex_);
        const auto found = std::ranges::find(entries_, wanted, &item::first);
        if (found == entries_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found);
        return found->second;
    }

    using item = std::pair<key, std::shared_ptr<cache_entry<T>>>;
    std::mutex mutex_;
    std::list<item> entries_;
};

template <class T>
cache<T>& plans() {
    static cache<T> all;
    return all;
}

}  // namespace

template <class T>
cached_plan<T>::cached_plan(const linear_map& map) : entry_(plans<T>().find(map)) {
    const std::lock_guard lock(entry_->mutex);
    if (entry_->spaces.empty()) {
        space_ = std::make_unique<workspace<T>>(entry_->made);
    } else {
        space_ = std::move(entry_->spaces.back());
        entry_->spaces.pop_back();
    }
}

template <class T>
cached_plan<T>::~cached_plan() {
    const std::lock_guard lock(entry_->mutex);
    if (entry_->spaces.size() < most_spaces) entry_->spaces.push_back(std::move(space_));
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
