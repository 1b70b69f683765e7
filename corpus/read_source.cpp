#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <utility>

#include "corpus/archive_input.hpp"
#include "corpus/byte_stream.hpp"
#include "corpus/container.hpp"
#include "corpus/error.hpp"
#include "corpus/member_path.hpp"
#include "corpus/source.hpp"
#include "corpus/utf8_stream.hpp"

namespace dateline {
namespace {

constexpr std::string_view unknown_format = "unknown";
constexpr std::string_view empty_format = "empty";

Origin& origin_of(ReadEvent& event) {
    return std::visit([](auto& value) -> Origin& { return value.origin; }, event);
}

/// The first 64 KiB, or what comes before the data turns out to be damaged.
std::string_view head_of(ByteStream& stream) {
    constexpr std::size_t head_bytes = 64UL << 10;
    try {
        return stream.peek(head_bytes).substr(0, head_bytes);
    } catch (const Error&) {
        const std::string_view head = stream.peek(0);
        if (head.empty()) throw;
        return head;
    }
}

/// Passes over the zeros that a stream begins with where its head is nothing else: how many, of
/// which `most` are enough.
std::uint64_t skip_zeros(ByteStream& stream, std::uint64_t most) {
    std::uint64_t zeros = 0;
    while (zeros <= most) {
        const std::string_view head = head_of(stream);
        const std::size_t end = std::min(head.find_first_not_of('\0'), head.size());
        if (head.empty() || (zeros == 0 && end < head.size())) return zeros;
        stream.skip(end);
        zeros += end;
        if (end < head.size()) return zeros;
    }
    return zeros;
}

/// What begins like a file of another kind, which a reader of text might take for text.
std::string_view foreign_kind(std::string_view head) {
    struct Kind {
        std::string_view beginning;
        std::string_view name;
    };
    static constexpr std::array kinds{
        Kind{"%PDF-", "a PDF document"},
        Kind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an office document"},
        Kind{"{\\rtf", "an RTF document"},
        Kind{"7z\xBC\xAF\x27\x1C", "a 7z archive"},
        Kind{"Rar!\x1A\x07", "a RAR archive"},
        Kind{"\x1F\x9D", "compressed by compress"},
        Kind{"LZIP\x01", "compressed by lzip"},
        Kind{"\x04\x22\x4D\x18", "compressed by lz4"},
        Kind{"SQLite format 3", "a database"},
    };
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const Kind& k) { return head.starts_with(k.beginning); });
    if (kind != kinds.end()) return kind->name;
    return is_office_document(head) ? "an office document or electronic book" : "";
}

template <typename Event>
Event event_at(const Origin& origin, std::string_view format, std::string_view reason) {
    return Event{{origin, std::string(format), std::string(reason)}};
}

std::string path_in(const Origin& container, const std::string& member) {
    return container.member.empty() ? member : container.member + '/' + member;
}

/// The reading of one file with all that is in it.
class SourceReading {
  public:
    SourceReading(const ReadOptions& options, const ReadSink& sink)
        : options_(options), sink_(sink) {}

    /// `depth`: in how many archives the stream is.
    void read(ByteStream& stream, const Origin& where, unsigned depth) {
        std::string_view head;
        try {
            head = head_of(stream);
        } catch (const Error& error) {
            return reject(where, unknown_format, error.what());
        }
        if (const std::string_view foreign = foreign_kind(head); !foreign.empty()) {
            reject(where, unknown_format, fmt::format("no known news format ({})", foreign));
        } else if (const auto kind = container_kind(head)) {
            read_container(stream, *kind, where, depth);
        } else if (const auto charset = wide_charset(head)) {
            read_records(*utf8_stream(stream, *charset), where);
        } else {
            read_records(stream, where);
        }
    }

    std::string format() const {
        constexpr std::size_t most_names = 4;
        const auto shown = static_cast<std::ptrdiff_t>(std::min(formats_.size(), most_names));
        const std::string names =
            fmt::format("{}{}", fmt::join(formats_.begin(), formats_.begin() + shown, ", "),
                        formats_.size() > most_names ? ", ..." : "");
        if (container_.empty()) return names.empty() ? last_format_ : names;
        return names.empty() ? container_ : container_ + " of " + names;
    }

  private:
    void read_records(ByteStream& stream, const Origin& where) {
        // What the sink throws is no failure of the source.
        bool in_sink = false;
        const ReadSink placed = [&](ReadEvent&& event) {
            Origin& origin = origin_of(event);
            origin.root = where.root;
            origin.path = where.path;
            origin.member = where.member;
            in_sink = true;
            sink_(std::move(event));
            in_sink = false;
        };
        std::string_view format = unknown_format;
        try {
            const std::uint64_t zeros = skip_zeros(stream, options_.max_record_bytes);
            const std::string_view head = head_of(stream);
            const bool is_given_up = zeros > options_.max_record_bytes;
            const Format* const recognised = is_given_up ? nullptr : recognise_format(head);
            if (zeros > 0 && !head.empty())
                placed(event_at<Rejection>(
                    {}, format,
                    fmt::format("{} zero bytes {}", zeros,
                                is_given_up ? "at its beginning: the rest is not read"
                                            : "before all else")));
            if (head.empty() && zeros > 0) {
                placed(event_at<Skip>({}, format, "nothing but zeros"));
            } else if (head.empty()) {
                format = empty_format;
                placed(event_at<Skip>({}, format, "empty file"));
            } else if (recognised) {
                format = recognised->name;
                recognised->reader().read(stream, options_, placed);
            } else if (!is_given_up) {
                placed(event_at<Rejection>({}, format, "no known news format (binary data)"));
            }
        } catch (const std::exception& error) {
            const auto* const known = dynamic_cast<const Error*>(&error);
            if (in_sink || (known != nullptr && known->kind() == ErrorKind::interrupted)) throw;
            Origin origin;
            origin.offset = stream.offset();
            placed(event_at<Rejection>(origin, format, error.what()));
        }
        add_format(format);
        contents_ += stream.offset() + stream.peek(0).size();
    }

    void read_container(ByteStream& stream, ContainerKind kind, const Origin& where,
                        unsigned depth) {
        constexpr unsigned deepest = 1;
        const std::string_view name = container_name(kind);
        if (depth == 0)
            container_ = name;
        else
            add_format(name);
        if (depth > deepest) {
            return reject(where, name, "an archive in an archive in an archive is not opened");
        }
        Container container(stream, kind, options_.max_record_bytes);
        read_members(container, name, where, depth);
    }

    void read_members(Container& container, std::string_view name, const Origin& where,
                      unsigned depth) {
        bool has_files = false;
        bool is_damaged = false;
        Origin place = where;  // of the member given last
        for (;;) {
            const Step step = next_step(container);
            if (!step.problem.empty()) {
                is_damaged = true;
                Origin damage = step.is_of_member ? place : where;
                damage.offset = step.is_of_member ? container.member_offset() : container.offset();
                reject(damage, name, step.problem);
                if (step.is_last) return;
                continue;
            }
            if (!step.member) break;
            const MemberPath path = member_path(step.member->raw_path, step.member->number,
                                                name == "zip" ? "ibm437" : "");
            place.member = path_in(where, path.text);
            if (step.member->kind == MemberKind::folder || path.is_hidden) continue;
            has_files = true;
            if (!path.problem.empty()) tell<Warning>(place, name, path.problem);
            read_member(container, *step.member, name, place, depth);
        }
        if (!is_damaged && !container.has_end_mark())
            tell<Warning>(where, name, "the archive has no end mark: it may have been cut off");
        if (!is_damaged && !has_files) tell<Skip>(where, name, "the archive holds no file");
    }

    struct Step {
        std::optional<ContainerMember> member{};
        std::string problem{};
        bool is_of_member = false;  // the problem, of the member given last
        bool is_last = false;
    };

    Step next_step(Container& container) const {
        if (std::string problem = bomb_problem(contents_, source_); !problem.empty())
            return {std::nullopt, std::move(problem), false, true};
        try {
            return {container.next()};
        } catch (const Error& error) {
            return {std::nullopt, error.what(), container.is_inside_member()};
        }
    }

    void read_member(Container& container, const ContainerMember& member, std::string_view name,
                     const Origin& place, unsigned depth) {
        if (member.kind == MemberKind::link)
            return tell<Skip>(place, name, "a link, not a file of its own");
        if (member.kind == MemberKind::special)
            return tell<Skip>(place, name, "not a regular file");
        if (member.is_encrypted)
            return reject(place, name, "encrypted: it cannot be read without its password");
        std::unique_ptr<ByteStream> stream;
        try {
            stream = decompressed_stream(container.open_member());
        } catch (const Error& error) {
            return reject(place, name, error.what());
        }
        read(*stream, place, depth + 1);
        source_ = stream->source_offset();
    }

    template <typename Event>
    void tell(const Origin& place, std::string_view format, std::string_view reason) const {
        sink_(event_at<Event>(place, format, reason));
    }

    void reject(const Origin& place, std::string_view format, std::string_view reason) const {
        tell<Rejection>(place, format, reason);
    }

    /// Members that hold nothing, or nothing known, do not say what an archive is of.
    void add_format(std::string_view format) {
        last_format_ = format;
        if (format == unknown_format || format == empty_format) return;
        if (std::find(formats_.begin(), formats_.end(), format) == formats_.end())
            formats_.emplace_back(format);
    }

    const ReadOptions& options_;
    const ReadSink& sink_;
    std::string container_;
    std::vector<std::string> formats_;  // of records and inner archives, in order of appearance
    std::string last_format_{unknown_format};
    std::uint64_t contents_ = 0;  // bytes of all records, however deep
    std::uint64_t source_ = 0;    // bytes of the file that they were made of
};

}  // namespace

std::string read_source(ByteStream& stream, const Origin& where, const ReadOptions& options,
                        const ReadSink& sink) {
    SourceReading reading(options, sink);
    reading.read(stream, where, 0);
    return reading.format();
}

}  // namespace dateline
