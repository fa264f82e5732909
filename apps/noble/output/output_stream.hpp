// An ostream whose bytes go to an output_file: whole or not at all for regular files, in place for
// "-" and devices. Failures are io_errors that say why, not a silent failbit.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "noble/output_file.hpp"

namespace noble::app {

class output_buffer : public std::streambuf {
 public:
    /// Throws io_error.
    explicit output_buffer(const std::string& path);
    /// Throws io_error. Nothing may be written after it.
    void commit();

 protected:
    int_type overflow(int_type c) override;
    int sync() override;

 private:
    void drain();

    output_file file_;
    std::vector<char> bytes_;
};

class output_stream : public std::ostream {
 public:
    /// Throws io_error, as every later write does.
    explicit output_stream(const std::string& path);
    void commit() { buffer_.commit(); }

 private:
    output_buffer buffer_;
};

}  // namespace noble::app
