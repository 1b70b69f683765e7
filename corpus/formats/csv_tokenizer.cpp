#include "corpus/formats/csv_tokenizer.hpp"

#include <csv.h>

#include <new>

namespace dateline {
namespace {

// libcsv asks with functions that know of no parser, and trims spaces. A carriage return is one,
// so that it goes with the line end and stays inside quoted cells.
int is_space(unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; }
int is_space_beside_returns(unsigned char c) { return c == ' ' || c == '\t'; }
int is_newline(unsigned char c) { return c == '\n'; }
int is_return(unsigned char c) { return c == '\r'; }

/// With \" written as "", which libcsv knows.
std::string doubled_quotes(std::string_view line) {
    std::string doubled(line);
    for (std::size_t at = doubled.find('\\'); at != doubled.npos && at + 1 < doubled.size();
         at = doubled.find('\\', at + 2)) {
        if (doubled[at + 1] == '"') doubled[at] = '"';
    }
    return doubled;
}

/// What a backslash and `c` stand for; MySQL writes newlines so.
char escaped(char c) { return c == 'n' ? '\n' : c == 't' ? '\t' : c; }

void append_unescaped(std::string& text, std::string_view cell) {
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const bool is_escape = cell[at] == '\\' && at + 1 < cell.size();
        text += is_escape ? escaped(cell[++at]) : cell[at];
    }
}

}  // namespace

struct CsvTokenizer::Impl {
    explicit Impl(const CsvDialect& d) : dialect(d) {
        if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
        const bool has_returns = d.line_end == '\r';
        csv_set_space_func(&parser, has_returns ? is_space_beside_returns : is_space);
        csv_set_term_func(&parser, has_returns ? is_return : is_newline);
        csv_set_delim(&parser, static_cast<unsigned char>(d.delimiter));
        csv_set_blk_size(&parser, 64UL << 10);  // its buffer grows by that much at a time
    }
    ~Impl() { csv_free(&parser); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void take_cell(const char* bytes, std::size_t size) {
        const std::string_view cell(bytes, size);
        if (dialect.has_backslash_escapes && cell != "\\N")
            append_unescaped(text, cell);
        else
            text += cell;
        ends.push_back(text.size());
    }

    static void on_cell(void* bytes, std::size_t size, void* self) {
        static_cast<Impl*>(self)->take_cell(static_cast<const char*>(bytes), size);
    }
    static void on_row(int, void* self) { static_cast<Impl*>(self)->state = CsvState::ended; }

    void parse(std::string_view line) {
        if (csv_parse(&parser, line.data(), line.size(), on_cell, on_row, this) == line.size())
            return;
        if (csv_error(&parser) != CSV_EPARSE) throw std::bad_alloc();
        state = CsvState::misquoted;
    }

    CsvDialect dialect;
    csv_parser parser{};
    CsvState state = CsvState::open;
    std::string text;
    std::vector<std::size_t> ends;
};

CsvTokenizer::CsvTokenizer(const CsvDialect& dialect) : impl_(std::make_unique<Impl>(dialect)) {}
CsvTokenizer::~CsvTokenizer() = default;

void CsvTokenizer::begin(CsvQuoting quoting) {
    csv_set_opts(&impl_->parser, 0);
    csv_fini(&impl_->parser, nullptr, nullptr, nullptr);
    csv_set_opts(&impl_->parser, quoting == CsvQuoting::strict ? CSV_STRICT : 0);
    // No text has a zero byte, so no quote is ever met.
    csv_set_quote(&impl_->parser, quoting == CsvQuoting::none ? '\0' : CSV_QUOTE);
    impl_->state = CsvState::open;
    impl_->text.clear();
    impl_->ends.clear();
}

CsvState CsvTokenizer::feed(std::string_view line) {
    const bool has_escapes = impl_->dialect.has_backslash_escapes && line.find('\\') != line.npos;
    if (has_escapes)
        impl_->parse(doubled_quotes(line));
    else
        impl_->parse(line);
    return impl_->state;
}

CsvState CsvTokenizer::finish() {
    if (impl_->state != CsvState::open) return impl_->state;
    csv_set_opts(&impl_->parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&impl_->parser, Impl::on_cell, Impl::on_row, impl_.get()) != 0)
        impl_->state = CsvState::misquoted;
    return impl_->state;
}

std::vector<std::string_view> CsvTokenizer::cells() const {
    std::vector<std::string_view> cells;
    cells.reserve(impl_->ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : impl_->ends) {
        cells.push_back(std::string_view(impl_->text).substr(begin, end - begin));
        begin = end;
    }
    return cells;
}

}  // namespace dateline
