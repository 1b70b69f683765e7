#pragma once

#include <sys/resource.h>

#include <cerrno>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace dateline::test {

/// As long as it lives, the process may open only so many files beside those that it has open.
class FewDescriptors {
  public:
    explicit FewDescriptors(rlim_t more) {
        const std::filesystem::directory_iterator open("/proc/self/fd");
        // The folder being read is one of them.
        const auto at_hand =
            static_cast<rlim_t>(std::distance(open, std::filesystem::directory_iterator())) - 1;
        require(::getrlimit(RLIMIT_NOFILE, &usual_));
        set({at_hand + more, usual_.rlim_max});
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &usual_); }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;

  private:
    static void require(int result) {
        if (result != 0) throw std::system_error(errno, std::generic_category());
    }
    static void set(const rlimit& limit) { require(::setrlimit(RLIMIT_NOFILE, &limit)); }

    rlimit usual_{};
};

}  // namespace dateline::test
