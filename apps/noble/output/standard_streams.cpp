#include "output/standard_streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace noble::app {

void keep_standard_descriptors() {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
        // Opened the wrong way round on purpose; open() takes the lowest free number, this one.
        (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

bool output_reader_is_gone() {
    pollfd standard_output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&standard_output, 1, 0) > 0 && (standard_output.revents & POLLERR) != 0;
}

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace noble::app
