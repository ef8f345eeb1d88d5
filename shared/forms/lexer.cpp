#include "shared/forms/lexer.h"

#include "shared/base/characters.h"

namespace forms {

namespace {

bool is_letter(char c) {
    return base::is_letter(c) || c == '_';
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    base::Result<std::vector<Word>> words() {
        while (true) {
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            if (at_ == text_.size()) break;
            TRY(one());
        }
        words_.push_back({Word::Kind::End, "", at_});
        return std::move(words_);
    }

private:
    base::Status one() {
        const char c = text_[at_];
        if (c == '\'' || c == '"') return quoted(c);
        if (c == '$') return field();
        if (base::is_digit(c) || (c == '.' && base::is_digit(peek(1)))) return number();
        if (is_letter(c)) return name();
        return symbol();
    }

    char peek(std::size_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void push(Word::Kind kind, std::string_view text, std::size_t end) {
        words_.push_back({kind, std::string(text), at_});
        at_ = end;
    }

    base::Status quoted(char quote) {
        const std::size_t end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return error_at(at_, "this text has no closing quote");
        push(Word::Kind::Text, text_.substr(at_ + 1, end - at_ - 1), end + 1);
        return base::Done{};
    }

    base::Status field() {
        const std::size_t end = text_.find('}', at_);
        if (peek(1) != '{' || end == std::string_view::npos) {
            return error_at(at_, "expected a field as ${name}");
        }
        const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
        for (const char c : name) {
            if (!is_letter(c) && !base::is_digit(c) && c != '-') {
                return error_at(at_, "a field's name has letters, digits and _ only");
            }
        }
        if (name.empty()) return error_at(at_, "expected a field as ${name}");
        push(Word::Kind::Field, name, end + 1);
        return base::Done{};
    }

    base::Status number() {
        std::size_t end = at_;
        while (end < text_.size() && base::is_digit(text_[end])) ++end;
        if (end < text_.size() && text_[end] == '.') ++end;
        while (end < text_.size() && base::is_digit(text_[end])) ++end;
        push(Word::Kind::Number, text_.substr(at_, end - at_), end);
        return base::Done{};
    }

    base::Status name() {
        std::size_t end = at_;
        while (end < text_.size() &&
               (is_letter(text_[end]) || base::is_digit(text_[end]) || text_[end] == '-')) {
            ++end;
        }
        push(Word::Kind::Name, text_.substr(at_, end - at_), end);
        return base::Done{};
    }

    base::Status symbol() {
        const std::string_view two = text_.substr(at_, 2);
        if (two == "!=" || two == "<=" || two == ">=") {
            push(Word::Kind::Symbol, two, at_ + 2);
            return base::Done{};
        }
        if (std::string_view("()+-*=<>,.").find(text_[at_]) == std::string_view::npos) {
            return error_at(at_, "unexpected character");
        }
        push(Word::Kind::Symbol, text_.substr(at_, 1), at_ + 1);
        return base::Done{};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Word> words_;
};

}  // namespace

base::Error error_at(std::size_t at, const std::string& what) {
    return {base::ErrorCode::Malformed, "at character " + std::to_string(at + 1) + ": " + what};
}

base::Result<std::vector<Word>> words_of(std::string_view expression) {
    return Lexer(expression).words();
}

}  // namespace forms
