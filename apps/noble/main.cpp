#include <csignal>
#include <exception>
#include <iostream>

#include "errors.hpp"
#include "output/output_stream.hpp"
#include "output/standard_streams.hpp"
#include "program.hpp"

namespace {

using namespace noble::app;

int guarded_run(const std::vector<std::string>& args) {
    try {
        output_stream out("-");
        const int status = run(args, {out, std::cerr});
        out.commit();
        return status;
    } catch (const std::exception& error) {
        const failure what = failure_of(error);
        // Who stops reading, as `head` does, has seen enough and needs no message.
        if (what.status != exit_status::file || !output_reader_is_gone()) {
            std::cerr << "noble: " << what.message << '\n';
        }
        return what.status;
    }
}

}  // namespace

int main(int argc, char** argv) {
    keep_standard_descriptors();
    (void)std::signal(SIGPIPE, SIG_IGN);
    return guarded_run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
