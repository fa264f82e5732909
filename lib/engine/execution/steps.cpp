// The steps of each kind of finite map.
#include <algorithm>
#include <numeric>

#include "base/checked.hpp"
#include "engine/execution/program.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

template <class T>
using step_list = std::vector<std::unique_ptr<const step<T>>>;

template <class T>
step_list<T> make_steps(const std::vector<linear_map>& maps, const plan_options& options,
                        plan_report& report) {
    step_list<T> steps;
    for (const auto& map : maps) steps.push_back(make_step<T>(map, options, report));
    return steps;
}

template <class T>
index_t most_memory(const step_list<T>& steps) {
    index_t most = 0;
    for (const auto& s : steps) most = std::max(most, s->memory());
    return most;
}

// A step of parts, run one after another.
template <class T>
class composite : public step<T> {
 public:
    composite(const linear_map& map, const std::vector<linear_map>& parts,
              const plan_options& options, plan_report& report)
        : map_(map), maps_(parts), steps_(make_steps<T>(parts, options, report)) {}

    [[nodiscard]] index_t thread_memory() const override {
        index_t most = 0;
        for (const auto& s : steps_) most = std::max(most, s->thread_memory());
        return most;
    }
    [[nodiscard]] double operations() const override {
        double sum = 0;
        for (const auto& s : steps_) sum += s->operations();
        return sum;
    }

 protected:
    linear_map map_;
    std::vector<linear_map> maps_;
    step_list<T> steps_;
};

template <class T>
class word_step : public step<T> {
 public:
    word_step(const map_node::bound_word& a, const plan_options& options, plan_report& report)
        : word_(a, options, report) {}

    [[nodiscard]] index_t memory() const override { return 0; }
    [[nodiscard]] index_t thread_memory() const override { return word_.scratch(); }
    [[nodiscard]] double operations() const override { return word_.operations(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* /*memory*/,
             const thread_scratch<T>& scratch) const override {
        word_.run(x, y, by, scratch);
    }

 private:
    word_runner<T> word_;
};

// The line of an array, or of none of its other axes.
template <class T>
lines<T> single(const lines<T>& all, index_t at) {
    return {all.at(at), all.length, all.stride};
}

template <class T>
lines<T> part(const lines<T>& line, index_t begin, index_t length) {
    return {line.data + begin * line.stride, length, line.stride};
}

// The factors one after another, each line by itself.
template <class T>
class product_step : public composite<T> {
 public:
    using composite<T>::composite;

    [[nodiscard]] index_t memory() const override {
        return checked::add(checked::mul(2, longest()), most_memory(this->steps_));
    }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_line(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    [[nodiscard]] index_t longest() const {
        index_t most = 0;
        for (std::size_t i = 1; i < this->maps_.size(); ++i) {
            most = std::max(most, this->maps_[i].rows());
        }
        return most;
    }

    void run_line(lines<const T> x, const lines<T>& y, const update<T>& by, T* memory,
                  const thread_scratch<T>& scratch) const {
        T* const rest = memory + 2 * longest();
        for (std::size_t i = this->steps_.size() - 1; i > 0; --i) {
            T* const out = memory + (i % 2 == 0 ? 0 : longest());
            const index_t rows = this->maps_[i].rows();
            this->steps_[i]->run(x, line(out, rows), {}, rest, scratch);
            x = line<const T>(out, rows);
        }
        this->steps_.front()->run(x, y, by, rest, scratch);
    }
};

template <class T>
class sum_step : public composite<T> {
 public:
    using composite<T>::composite;

    [[nodiscard]] index_t memory() const override { return most_memory(this->steps_); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        update<T> next = by;
        for (const auto& s : this->steps_) {
            s->run(x, y, next, memory, scratch);
            next.beta = T{1};
        }
    }
};

template <class T>
class scaled_step : public composite<T> {
 public:
    scaled_step(const linear_map& map, const map_node::scaled& a, const plan_options& options,
                plan_report& report)
        : composite<T>(map, a.map, options, report), c_(a.c.to<T>()) {}

    [[nodiscard]] index_t memory() const override { return most_memory(this->steps_); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        const T alpha = by.alpha == T{1} ? c_ : by.alpha * c_;
        this->steps_.front()->run(x, y, {alpha, by.beta}, memory, scratch);
    }

 private:
    T c_;
};

template <class T>
class block_step : public composite<T> {
 public:
    block_step(const linear_map& map, const map_node::block& a, const plan_options& options,
               plan_report& report)
        : composite<T>(map, a.maps, options, report), width_(a.width) {}

    [[nodiscard]] index_t memory() const override { return most_memory(this->steps_); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_line(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    void run_line(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
                  const thread_scratch<T>& scratch) const {
        index_t row = 0;
        for (std::size_t i = 0; i < this->steps_.size(); i += width_) {
            const index_t rows = this->maps_[i].rows();
            update<T> next = by;
            index_t column = 0;
            for (std::size_t j = i; j < i + width_; ++j) {
                const index_t cols = this->maps_[j].cols();
                this->steps_[j]->run(part(x, column, cols), part(y, row, rows), next, memory,
                                     scratch);
                next.beta = T{1};
                column += cols;
            }
            row += rows;
        }
    }

    std::size_t width_;
};

template <class T>
class block_diag_step : public composite<T> {
 public:
    using composite<T>::composite;

    [[nodiscard]] index_t memory() const override { return most_memory(this->steps_); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            index_t row = 0;
            index_t column = 0;
            for (std::size_t k = 0; k < this->steps_.size(); ++k) {
                const auto& map = this->maps_[k];
                this->steps_[k]->run(part(single(x, i), column, map.cols()),
                                     part(single(y, i), row, map.rows()), by, memory, scratch);
                row += map.rows();
                column += map.cols();
            }
        }
    }
};

index_t volume(const extents& shape, std::size_t from, std::size_t to) {
    return std::accumulate(shape.begin() + static_cast<std::ptrdiff_t>(from),
                           shape.begin() + static_cast<std::ptrdiff_t>(to), index_t{1},
                           checked::mul);
}

// One axis after another, the last first: an array (before, n, after), the lines along its middle.
template <class T>
class kron_step : public composite<T> {
 public:
    kron_step(const linear_map& map, const std::vector<linear_map>& parts,
              const plan_options& options, plan_report& report)
        : composite<T>(map, parts, options, report) {
        extents shape = flat_in();
        for (std::size_t axis = parts.size(); axis-- > 0;) {
            const index_t before = volume(shape, 0, axis);
            const index_t after = volume(shape, axis + 1, shape.size());
            passes_.push_back({axis, before, after});
            shape[axis] = parts[axis].rows();
            longest_ = std::max(longest_, volume(shape, 0, shape.size()));
        }
        longest_ = std::max(longest_, map.cols());
    }

    [[nodiscard]] index_t memory() const override {
        return checked::add(checked::mul(2, longest_), most_memory(this->steps_));
    }
    [[nodiscard]] double operations() const override {
        double sum = 0;
        for (const auto& p : passes_) {
            sum += this->steps_[p.axis]->operations() * static_cast<double>(p.before) *
                   static_cast<double>(p.after);
        }
        return sum;
    }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_array(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    struct pass {
        std::size_t axis;
        index_t before;
        index_t after;
    };

    [[nodiscard]] extents flat_in() const {
        extents shape;
        for (const auto& map : this->maps_) shape.push_back(map.cols());
        return shape;
    }

    // Neither the first pass nor the last needs a copy where the array is contiguous.
    void run_array(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
                   const thread_scratch<T>& scratch) const {
        T* const rest = memory + 2 * longest_;
        T* next = memory;
        T* other = memory + longest_;
        const T* in = x.data;
        if (x.stride != 1) {
            for (index_t i = 0; i < x.length; ++i) other[i] = x.data[i * x.stride];
            in = other;
        }
        for (std::size_t p = 0; p < passes_.size(); ++p) {
            const auto& [axis, before, after] = passes_[p];
            const auto& map = this->maps_[axis];
            const auto from = middle_lines(in, before, map.cols(), after);
            const bool is_last = p + 1 == passes_.size();
            if (is_last && y.stride == 1) {
                const auto to = middle_lines(y.data, before, map.rows(), after);
                return this->steps_[axis]->run(from, to, by, rest, scratch);
            }
            const auto to = middle_lines(next, before, map.rows(), after);
            this->steps_[axis]->run(from, to, {}, rest, scratch);
            in = next;
            std::swap(next, other);
        }
        for (index_t i = 0; i < y.length; ++i) by(y.data[i * y.stride], in[i]);
    }

    std::vector<pass> passes_;
    index_t longest_ = 0;
};

// conj(A) x = conj(A conj(x))
template <class T>
class custom_step : public step<T> {
 public:
    custom_step(const linear_map& map, const map_node::custom& a)
        : map_(map),
          forward_(std::get<custom_function<T>>(a.forward)),
          is_conjugated_(a.conjugated) {
        if (!forward_) {
            throw argument_error("this custom map does not take the element type it was given: " +
                                 to_string(map_));
        }
    }

    [[nodiscard]] index_t memory() const override { return checked::add(map_.cols(), map_.rows()); }
    [[nodiscard]] index_t thread_memory() const override { return 0; }
    [[nodiscard]] double operations() const override { return 0; }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& /*scratch*/) const override {
        const std::span<T> in(memory, static_cast<std::size_t>(map_.cols()));
        const std::span<T> out(memory + map_.cols(), static_cast<std::size_t>(map_.rows()));
        for (index_t i = 0; i < y.count(); ++i) {
            const T* from = x.at(i);
            for (auto& value : in) value = conjugated(*from), from += x.stride;
            std::ranges::fill(out, T{});
            forward_(std::span<const T>(in), out);
            T* to = y.at(i);
            for (const auto& value : out) by(*to, conjugated(value)), to += y.stride;
        }
    }

 private:
    [[nodiscard]] T conjugated(const T& value) const {
        if constexpr (std::is_floating_point_v<T>) {
            return value;
        } else {
            return is_conjugated_ ? std::conj(value) : value;
        }
    }

    linear_map map_;
    custom_function<T> forward_;
    bool is_conjugated_;
};

template <class T>
struct maker {
    const linear_map& map;
    const plan_options& options;
    plan_report& report;

    using result = std::unique_ptr<const step<T>>;

    result operator()(const map_node::bound_word& a) const {
        return std::make_unique<const word_step<T>>(a, options, report);
    }
    result operator()(const map_node::product& a) const {
        return std::make_unique<const product_step<T>>(map, a.factors, options, report);
    }
    result operator()(const map_node::sum& a) const {
        return std::make_unique<const sum_step<T>>(map, a.terms, options, report);
    }
    result operator()(const map_node::scaled& a) const {
        return std::make_unique<const scaled_step<T>>(map, a, options, report);
    }
    result operator()(const map_node::block& a) const {
        return std::make_unique<const block_step<T>>(map, a, options, report);
    }
    result operator()(const map_node::block_diag& a) const {
        return std::make_unique<const block_diag_step<T>>(map, a.maps, options, report);
    }
    result operator()(const map_node::kron& a) const {
        return std::make_unique<const kron_step<T>>(map, a.maps, options, report);
    }
    result operator()(const map_node::custom& a) const {
        return std::make_unique<const custom_step<T>>(map, a);
    }
};

}  // namespace

template <class T>
std::unique_ptr<const step<T>> make_step(const linear_map& map, const plan_options& options,
                                         plan_report& report) {
    return std::visit(maker<T>{map, options, report}, map.root());
}

template std::unique_ptr<const step<float>> make_step(const linear_map&, const plan_options&,
                                                      plan_report&);
template std::unique_ptr<const step<double>> make_step(const linear_map&, const plan_options&,
                                                       plan_report&);
template std::unique_ptr<const step<std::complex<float>>> make_step(const linear_map&,
                                                                    const plan_options&,
                                                                    plan_report&);
template std::unique_ptr<const step<std::complex<double>>> make_step(const linear_map&,
                                                                     const plan_options&,
                                                                     plan_report&);

}  // namespace noble::engine
