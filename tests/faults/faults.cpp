// Makes a system call of a program fail, or writes down which it makes: loaded before all other
// libraries (LD_PRELOAD), so that it stands between the C library and everything that calls it, our
// own files and Xapian's alike. Only what happens below one folder counts.
//
// FAULT_FOLDER  the folder, absolute
// FAULT_LOG     a line is appended for each call that counts: its name and path (and the
//                        new path of a rename), tabs between; "injected" before a call that failed
// FAULT_KIND    ENOSPC, EDQUOT, EIO, EINTR; SHORT: half of the bytes are written or read;
//                        FULL: ENOSPC from then on; NAMELESS: no file without a name can be made
//                        FSYNC, RENAME: EIO where that is asked for, and nowhere else
// FAULT_AT      which of the calls that this kind can befall fails, from 1; 0: none
// FAULT_CLOCK   seconds that pass between two looks at the clock that never goes back
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <string_view>

namespace {

/// What a call does, as far as it decides which faults it can meet.
enum class Call { makes, nameless, opens, writes, reads, syncs, sizes, moves, closes, maps };

constexpr int most_descriptors = 1024;

// All that the library knows; set up by the first call that asks.
struct State {
    const char* folder = getenv("FAULT_FOLDER");
    std::string_view kind = text("FAULT_KIND");
    long at = atol(text("FAULT_AT"));
    long pause = atol(text("FAULT_CLOCK"));
    int log = -1;
    std::atomic<long> calls{0};
    std::atomic<long> passed{0};             // seconds
    char paths[most_descriptors][256] = {};  // of the descriptors that count; else empty

    State() {
        const char* file = getenv("FAULT_LOG");
        if (!file) return;
        log = static_cast<int>(
            syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    }
    static const char* text(const char* name) {
        const char* value = getenv(name);
        return value ? value : "";
    }
};

// A sanitizer's start opens files before there is an environment to ask.
State& state() {
    if (!environ) {
        static State asleep;
        return asleep;
    }
    static State one;
    return one;
}

bool counts(const char* path) {
    const char* folder = state().folder;
    if (!folder || !path) return false;
    const size_t size = strlen(folder);
    return strncmp(path, folder, size) == 0 && (path[size] == '\0' || path[size] == '/');
}

const char* path_of(int descriptor) {
    if (descriptor < 0 || descriptor >= most_descriptors) return nullptr;
    const char* path = state().paths[descriptor];
    return path[0] == '\0' ? nullptr : path;
}

void remember(int descriptor, const char* path) {
    if (descriptor < 0 || descriptor >= most_descriptors) return;
    snprintf(state().paths[descriptor], sizeof state().paths[descriptor], "%s", path);
}

void forget(int descriptor) {
    if (descriptor >= 0 && descriptor < most_descriptors) state().paths[descriptor][0] = '\0';
}

void note(const char* name, const char* path, const char* other = nullptr, bool fails = false) {
    if (state().log < 0) return;
    const int before = errno;
    char line[2048];
    const int size = snprintf(line, sizeof line, "%s%s\t%s%s%s\n", fails ? "injected " : "", name,
                              path, other ? "\t" : "", other ? other : "");
    syscall(SYS_write, state().log, line, static_cast<size_t>(size));
    errno = before;
}

bool can_meet(std::string_view kind, Call call) {
    if (kind == "ENOSPC" || kind == "EDQUOT" || kind == "FULL")
        return call == Call::makes || call == Call::writes || call == Call::syncs ||
               call == Call::sizes || call == Call::moves;
    if (kind == "EINTR")
        return call == Call::makes || call == Call::opens || call == Call::writes ||
               call == Call::reads || call == Call::syncs || call == Call::sizes ||
               call == Call::closes;
    if (kind == "SHORT") return call == Call::writes || call == Call::reads;
    if (kind == "NAMELESS") return call == Call::nameless;
    if (kind == "FSYNC") return call == Call::syncs;
    if (kind == "RENAME") return call == Call::moves;
    return kind == "EIO";
}

// Whether this call is to fail.
bool strikes(Call call, const char* name, const char* path) {
    State& now = state();
    if (!path || now.at == 0 || !can_meet(now.kind, call)) return false;
    const long number = ++now.calls;
    const bool fails = number == now.at || (now.kind == "FULL" && number > now.at);
    if (fails) note(name, path, nullptr, true);
    return fails;
}

int failure() {
    const std::string_view kind = state().kind;
    const bool is_of_the_disk = kind == "EIO" || kind == "FSYNC" || kind == "RENAME";
    errno = kind == "EDQUOT"     ? EDQUOT
            : is_of_the_disk     ? EIO
            : kind == "EINTR"    ? EINTR
            : kind == "NAMELESS" ? EOPNOTSUPP
                                 : ENOSPC;
    return -1;
}

bool is_short() { return state().kind == "SHORT"; }
size_t half(size_t size) { return size > 1 ? size / 2 : size; }

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

using Open = int(const char*, int, ...);
using OpenAt = int(int, const char*, int, ...);

bool is_nameless(int flags) { return (flags & O_TMPFILE) == O_TMPFILE; }

mode_t mode_of(int flags, va_list arguments) {
    const bool makes = (flags & O_CREAT) != 0 || is_nameless(flags);
    return makes ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

template <class Do>
int opened(const char* path, int flags, const Do& open_it) {
    if (!counts(path)) return open_it();
    const bool makes = (flags & O_CREAT) != 0;
    const char* name = makes ? "create" : "open";
    // Folders of local disks are opened without waiting for anything.
    const bool is_folder = (flags & O_DIRECTORY) != 0 && !is_nameless(flags);
    const Call call = is_nameless(flags) ? Call::nameless
                      : makes            ? Call::makes
                      : is_folder        ? Call::maps
                                         : Call::opens;
    if (strikes(call, name, path)) return failure();
    const int descriptor = open_it();
    if (descriptor < 0) return descriptor;
    // A stream of a folder's entries closes its descriptor inside the C library.
    if (!is_folder) remember(descriptor, path);
    note(name, path);
    return descriptor;
}

// `move` moves at most so many bytes.
template <class Move>
ssize_t moved(Call call, const char* name, int descriptor, size_t size, const Move& move) {
    const char* path = path_of(descriptor);
    if (strikes(call, name, path)) {
        if (!is_short()) return failure();
        size = half(size);
    }
    const ssize_t done = move(size);
    if (path && done >= 0) note(name, path);
    return done;
}

template <class Do>
int done(Call call, const char* name, const char* path, const Do& do_it,
         const char* other = nullptr) {
    if (strikes(call, name, path)) return failure();
    const int result = do_it();
    if (path && result >= 0) note(name, path, other);
    return result;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags, [&] { return real<Open>("open")(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags, [&] { return real<Open>("open64")(path, flags, mode); });
}

int __open_2(const char* path, int flags) { return open(path, flags); }
int __open64_2(const char* path, int flags) { return open64(path, flags); }

int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags, [&] { return real<OpenAt>("openat")(folder, path, flags, mode); });
}

int openat64(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags, [&] { return real<OpenAt>("openat64")(folder, path, flags, mode); });
}

int creat(const char* path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

// The C library's own streams open and write inside it: only their opening can be met here.
FILE* fopen(const char* path, const char* mode) {
    using Function = FILE*(const char*, const char*);
    if (counts(path)) {
        const bool makes = strchr(mode, 'r') == nullptr;
        if (strikes(makes ? Call::makes : Call::opens, "fopen", path)) {
            failure();
            return nullptr;
        }
    }
    FILE* const stream = real<Function>("fopen")(path, mode);
    if (stream && counts(path)) {
        remember(fileno(stream), path);
        note("fopen", path);
    }
    return stream;
}

FILE* fopen64(const char* path, const char* mode) { return fopen(path, mode); }

ssize_t write(int descriptor, const void* bytes, size_t size) {
    using Function = ssize_t(int, const void*, size_t);
    return moved(Call::writes, "write", descriptor, size,
                 [&](size_t most) { return real<Function>("write")(descriptor, bytes, most); });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t place) {
    using Function = ssize_t(int, const void*, size_t, off_t);
    return moved(Call::writes, "write", descriptor, size, [&](size_t most) {
        return real<Function>("pwrite")(descriptor, bytes, most, place);
    });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t place) {
    return pwrite(descriptor, bytes, size, place);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
    using Function = ssize_t(int, const iovec*, int);
    return moved(Call::writes, "write", descriptor, static_cast<size_t>(count), [&](size_t most) {
        return real<Function>("writev")(descriptor, parts, static_cast<int>(most));
    });
}

ssize_t pwritev(int descriptor, const iovec* parts, int count, off_t place) {
    using Function = ssize_t(int, const iovec*, int, off_t);
    return moved(Call::writes, "write", descriptor, static_cast<size_t>(count), [&](size_t most) {
        return real<Function>("pwritev")(descriptor, parts, static_cast<int>(most), place);
    });
}

ssize_t pwritev64(int descriptor, const iovec* parts, int count, off64_t place) {
    return pwritev(descriptor, parts, count, place);
}

ssize_t read(int descriptor, void* bytes, size_t size) {
    using Function = ssize_t(int, void*, size_t);
    return moved(Call::reads, "read", descriptor, size,
                 [&](size_t most) { return real<Function>("read")(descriptor, bytes, most); });
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t place) {
    using Function = ssize_t(int, void*, size_t, off_t);
    return moved(Call::reads, "read", descriptor, size, [&](size_t most) {
        return real<Function>("pread")(descriptor, bytes, most, place);
    });
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t place) {
    return pread(descriptor, bytes, size, place);
}

ssize_t __read_chk(int descriptor, void* bytes, size_t size, size_t) {
    return read(descriptor, bytes, size);
}

ssize_t __pread_chk(int descriptor, void* bytes, size_t size, off_t place, size_t) {
    return pread(descriptor, bytes, size, place);
}

ssize_t __pread64_chk(int descriptor, void* bytes, size_t size, off64_t place, size_t) {
    return pread(descriptor, bytes, size, place);
}

int fsync(int descriptor) {
    return done(Call::syncs, "fsync", path_of(descriptor),
                [&] { return real<int(int)>("fsync")(descriptor); });
}

int fdatasync(int descriptor) {
    return done(Call::syncs, "fsync", path_of(descriptor),
                [&] { return real<int(int)>("fdatasync")(descriptor); });
}

int ftruncate(int descriptor, off_t size) {
    return done(Call::sizes, "write", path_of(descriptor),
                [&] { return real<int(int, off_t)>("ftruncate")(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

int posix_fallocate(int descriptor, off_t place, off_t size) {
    const char* path = path_of(descriptor);
    if (strikes(Call::sizes, "write", path)) return failure(), errno;
    return real<int(int, off_t, off_t)>("posix_fallocate")(descriptor, place, size);
}

// Of a call whose path is relative to a descriptor only the paths below the folder count.
int rename(const char* from, const char* to) {
    return done(
        Call::moves, "rename", counts(to) ? from : nullptr,
        [&] { return real<int(const char*, const char*)>("rename")(from, to); }, to);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) {
    using Function = int(int, const char*, int, const char*);
    return done(
        Call::moves, "rename", counts(to) ? from : nullptr,
        [&] { return real<Function>("renameat")(from_folder, from, to_folder, to); }, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
    using Function = int(int, const char*, int, const char*, unsigned);
    return done(
        Call::moves, "rename", counts(to) ? from : nullptr,
        [&] { return real<Function>("renameat2")(from_folder, from, to_folder, to, flags); }, to);
}

int mkdir(const char* path, mode_t mode) {
    const char* counted = counts(path) ? path : nullptr;
    // Making directories cannot be interrupted.
    const Call call = state().kind == "EINTR" ? Call::moves : Call::makes;
    return done(call, "mkdir", counted,
                [&] { return real<int(const char*, mode_t)>("mkdir")(path, mode); });
}

int unlink(const char* path) {
    return done(Call::moves, "unlink", counts(path) ? path : nullptr,
                [&] { return real<int(const char*)>("unlink")(path); });
}

// Whatever it says, the descriptor is closed (as on Linux).
int close(int descriptor) {
    const char* path = path_of(descriptor);
    const bool fails = strikes(Call::closes, "close", path);
    if (path && !fails) note("close", path);
    forget(descriptor);
    const int result = real<int(int)>("close")(descriptor);
    return fails ? failure() : result;
}

int clock_gettime(clockid_t clock, timespec* time) {
    const int result = real<int(clockid_t, timespec*)>("clock_gettime")(clock, time);
    if (clock == CLOCK_MONOTONIC) time->tv_sec += state().passed += state().pause;
    return result;
}

void* mmap(void* address, size_t size, int protection, int flags, int descriptor, off_t place) {
    using Function = void*(void*, size_t, int, int, int, off_t);
    const char* path = (flags & MAP_ANONYMOUS) != 0 ? nullptr : path_of(descriptor);
    if (strikes(Call::maps, "mmap", path)) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    return real<Function>("mmap")(address, size, protection, flags, descriptor, place);
}

void* mmap64(void* address, size_t size, int protection, int flags, int descriptor, off64_t place) {
    return mmap(address, size, protection, flags, descriptor, place);
}

}  // extern "C"
