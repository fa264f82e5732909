#include "noble/huge_pages.hpp"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace noble {

void prefer_huge_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) noexcept {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::size_t many = std::size_t{4} << 20;
    constexpr std::uintptr_t page = 4096;
    if (bytes < many) return;
    const std::size_t skip = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
    (void)madvise(static_cast<std::byte*>(memory) + skip, (bytes - skip) / page * page,
                  MADV_HUGEPAGE);
#endif
}

}  // namespace noble
