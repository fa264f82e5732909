// How far the process's resident memory rises above where it stood.
#pragma once

#include <functional>

namespace bench {

/// Bytes by which the peak of resident memory during `work` exceeds resident memory before it.
long long peak_growth(const std::function<void()>& work);

}  // namespace bench
