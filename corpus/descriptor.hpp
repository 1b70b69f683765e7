#pragma once

#include <unistd.h>

#include <cstddef>
#include <string_view>
#include <utility>

#include "corpus/uninterrupted.hpp"

namespace dateline {

/// A descriptor, closed in the end.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int number() const { return number_; }
    void take(int number) {
        close();
        number_ = number;
    }
    /// Whoever calls it closes the descriptor.
    int release() { return std::exchange(number_, -1); }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_ = -1;
};

/// How much of it could be written; errno says why no more.
inline std::size_t write_all(int to, std::string_view bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            uninterrupted([&] { return ::write(to, bytes.data() + done, bytes.size() - done); });
        if (written < 0) break;
        done += static_cast<std::size_t>(written);
    }
    return done;
}

}  // namespace dateline
