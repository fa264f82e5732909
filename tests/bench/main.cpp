// The C++ contenders, one command to a line on standard input, one line of JSON in answer to each:
//
//     jobs               the jobs, in order
//     versions           this build and the peers it has
//     job I              readies job I with noble's output as reference; its contenders by name
//     check NAME         NAME's output against the reference
//     time NAME          nanoseconds that NAME takes for the job once
//     write FOLDER       input, taps and reference as raw files, for contenders elsewhere
//
// The driver is bench.py, which calls these and the Python contenders in turn.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "bench/contender.hpp"
#include "bench/memory.hpp"
#ifdef BENCH_LIQUID
#include <liquid/liquid.h>
#endif

namespace bench {
namespace {

using nlohmann::json;

double seconds(const std::function<void()>& f) {
    const auto start = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

json description(const job& j) {
    return {{"name", j.name},
            {"kind", to_string(j.what)},
            {"n", j.n},
            {"outputs", j.outputs()},
            {"taps", j.taps},
            {"up", j.up},
            {"down", j.down},
            {"element", to_string(j.type)},
            {"complex_taps", j.complex_taps}};
}

json versions() {
    json peers = json::object();
#ifdef BENCH_FFTW
    peers["FFTW"] = BENCH_FFTW;
#endif
#ifdef BENCH_GNURADIO
    peers["GNU Radio"] = BENCH_GNURADIO;
#endif
#ifdef BENCH_LIQUID
    peers["liquid-dsp"] = liquid_libversion();
#endif
    return {{"compiler", BENCH_COMPILER},
            {"instruction set", noble::to_string(noble::default_instruction_set())},
            {"peers", peers}};
}

/// Memory that a workspace and an execution take, and the method of each stage.
json engine_report(const problem& p) {
    if (p.what.what != kind::filter && p.what.what != kind::chain) return json::object();
    return with_element(p.what, [&]<class T>(T) -> json {
        const noble::plan<T> made(word(p.what).on(p.what.n, noble::window::same), on_threads(1));
        const long long growth = peak_growth([&] {
            noble::workspace<T> w(made);
            made(p.x<T>(), p.y<T>(), w);
        });
        json methods = json::array();
        for (const auto& stage : made.explain().stages) {
            methods.push_back(to_string(stage.chosen.method) + ", " +
                              to_string(stage.chosen.instructions));
        }
        return {{"memory", growth}, {"methods", methods}};
    });
}

void write_file(const std::string& path, std::span<const std::byte> bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    if (!file) throw std::runtime_error("cannot write " + path);
}

class session {
 public:
    explicit session(bool quick) : jobs_(jobs(quick)) {}

    json answer(const std::string& verb, const std::string& argument) {
        if (verb == "versions") return versions();
        if (verb == "jobs") {
            json all = json::array();
            std::ranges::transform(jobs_, std::back_inserter(all), description);
            return all;
        }
        if (verb == "job") return start(jobs_.at(std::stoul(argument)));
        if (verb == "check") return check(argument);
        if (verb == "time") return time(argument);
        if (verb == "write") return write(argument);
        throw std::runtime_error("no such command: " + verb);
    }

 private:
    static constexpr double quick_run = 0.1;  // seconds

    struct entry {
        runner what;
        double once = 0;  ///< seconds
    };

    json start(const job& j) {
        ready_.clear();
        problem_ = std::make_unique<problem>(j);
        json names = json::array();
        for (const contender& c : contenders()) {
            auto made = c.make(*problem_);
            if (!made) continue;
            ready_[c.name] = {std::move(*made)};
            names.push_back(c.name);
        }
        json result = engine_report(*problem_);
        reference_ = &ready_.at("noble");
        run_once(*reference_);
        std::memcpy(problem_->reference.as<char>(), problem_->output.as<char>(),
                    problem_->output.size());
        result["contenders"] = names;
        result["error"] = j.what == kind::filter ? difference_from_definition(*problem_) : 0.0;
        return result;
    }

    void run_once(entry& e) {
        e.once = seconds(e.what.run);
        if (e.what.store) e.what.store();
    }

    json check(const std::string& name) {
        entry& e = ready_.at(name);
        if (&e != reference_) {
            std::memset(problem_->output.as<char>(), 0xff, problem_->output.size());
            run_once(e);
        }
        json result{{"seconds", e.once * e.what.scale}};
        if (e.what.computes) result["error"] = difference(*problem_);
        return result;
    }

    /// Repeated until it takes two milliseconds, and at least once; after a run that warms the
    /// caches where that is quick, so that it does not matter who ran before.
    json time(const std::string& name) {
        entry& e = ready_.at(name);
        if (e.once == 0) run_once(e);
        const auto repeats = static_cast<int>(std::clamp(2e-3 / std::max(e.once, 1e-9), 1.0, 1e6));
        if (e.once < quick_run) e.what.run();
        const double total = seconds([&] {
            for (int i = 0; i < repeats; ++i) e.what.run();
        });
        return {{"ns", 1e9 * total / repeats * e.what.scale}};
    }

    json write(const std::string& folder) const {
        write_file(folder + "/input", problem_->input_bytes());
        write_file(folder + "/reference", problem_->reference.bytes());
        write_file(folder + "/taps", std::as_bytes(std::span(problem_->taps)));
        if (problem_->what.what == kind::chain) {
            const stages s = decimator_stages();
            write_stage(folder + "/first", s.first);
            write_stage(folder + "/second", s.second);
        }
        return json::object();
    }

    static void write_stage(const std::string& path, const noble::sequence& q) {
        std::vector<double> taps;
        for (const auto& t : q.taps<noble::exact>()) taps.push_back(t.value.to<double>());
        write_file(path, std::as_bytes(std::span(taps)));
    }

    std::vector<job> jobs_;
    std::unique_ptr<problem> problem_;
    std::map<std::string, entry> ready_;
    entry* reference_ = nullptr;  ///< whose output the others are compared with
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    bench::session session(argc > 1 && std::string(argv[1]) == "--quick");
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string argument = line.substr(std::min(space + 1, line.size()));
        try {
            std::cout << session.answer(line.substr(0, space), argument).dump() << std::endl;
        } catch (const std::exception& problem) {
            std::cout << nlohmann::json{{"failed", problem.what()}}.dump() << std::endl;
        }
    }
}
