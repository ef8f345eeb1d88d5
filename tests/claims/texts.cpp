#include "tests/claims/texts.h"

#include "shared/base/file.h"

#include <set>

namespace claims {

namespace {

namespace fs = std::filesystem;

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Program files, catalogues (comments begin with #) and JSON alike.
class Scanner {
public:
    explicit Scanner(const std::string& source) : source_(source) {}

    std::vector<std::string> scan() {
        while (at_ < source_.size()) {
            if (skipped_comment()) continue;
            const char here = source_[at_];
            if (here == '"') {
                is_raw() ? raw_literal() : literal();
            } else {
                if (here == '\'') skip_character();
                if (!is_space(here)) finish();
                ++at_;
            }
        }
        finish();
        return std::move(texts_);
    }

private:
    bool starts(const char* words) const { return source_.compare(at_, 2, words) == 0; }

    void skip_to(const std::string& end) {
        const std::size_t found = source_.find(end, at_);
        at_ = found == std::string::npos ? source_.size() : found + end.size();
    }

    bool skipped_comment() {
        const bool is_line_start = at_ == 0 || source_[at_ - 1] == '\n';
        if (starts("//") || (is_line_start && source_.compare(at_, 2, "# ") == 0)) {
            skip_to("\n");
        } else if (starts("/*")) {
            skip_to("*/");
        } else {
            return false;
        }
        return true;
    }

    // '"' and '\'' are no beginnings; 1'000 is no character.
    void skip_character() {
        const std::size_t length = source_[at_ + 1] == '\\' ? 3 : 2;
        if (at_ + length < source_.size() && source_[at_ + length] == '\'') at_ += length;
    }

    bool is_raw() const { return at_ > 0 && source_[at_ - 1] == 'R'; }

    void raw_literal() {
        const std::size_t open = source_.find('(', at_);
        const std::string mark = source_.substr(at_ + 1, open - at_ - 1);
        at_ = open + 1;
        const std::size_t from = at_;
        skip_to(")" + mark + "\"");
        text_ += source_.substr(from, at_ - from - mark.size() - 2);
        is_open_ = true;
    }

    void literal() {
        for (++at_; at_ < source_.size() && source_[at_] != '"'; ++at_) {
            if (source_[at_] == '\\' && at_ + 1 < source_.size()) {
                ++at_;
                text_ += source_[at_] == 'n' ? ' ' : source_[at_];
            } else {
                text_ += source_[at_];
            }
        }
        ++at_;
        is_open_ = true;
    }

    void finish() {
        if (is_open_ && !text_.empty()) texts_.push_back(text_);
        text_.clear();
        is_open_ = false;
    }

    const std::string& source_;
    std::size_t at_ = 0;
    std::string text_;
    bool is_open_ = false;
    std::vector<std::string> texts_;
};

}  // namespace

std::vector<std::string> literals_in(const std::string& source) {
    return Scanner(source).scan();
}

std::vector<std::string> texts_of_page(const std::string& html) {
    std::vector<std::string> texts;
    std::string text;
    bool is_tag = false;
    for (const char c : html) {
        if (c == '<') {
            if (text.find_first_not_of(" \n") != std::string::npos) texts.push_back(text);
            text.clear();
            is_tag = true;
        } else if (c == '>') {
            is_tag = false;
        } else if (!is_tag) {
            text += c;
        }
    }
    return texts;
}

std::vector<std::string> texts_below(const fs::path& folder) {
    static const std::set<std::string> kKinds = {".cpp", ".h", ".po", ".json"};
    std::vector<std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!kKinds.contains(entry.path().extension().string())) continue;
        const auto source = base::read_file(entry.path().string());
        if (!source.ok()) continue;
        for (std::string& text : literals_in(source.value())) texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace claims
