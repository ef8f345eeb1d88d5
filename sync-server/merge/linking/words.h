// The words of names and texts of a table: each known by a number, with its sound and how many
// records have it. How like two words are is worked out once and remembered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace linking {

// From unlike to equal.
enum class Likeness : std::uint8_t { None, Weak, Short, Near, Sound, Equal };

// `Indonesian`: names by shared/names, where Dewi and Dwi are two names though nearly the same
// letters. `Any`: names of anywhere, by their letters and by how they sound.
enum class Spelling { Any, Indonesian };

class Words {
public:
    explicit Words(Spelling spelling);

    std::int32_t number_of(std::string_view folded_word);
    const std::string& text(std::int32_t word) const { return texts_[at(word)]; }
    const std::string& sound(std::int32_t word) const { return sounds_[at(word)]; }

    // Another record has it.
    void count(std::int32_t word) { ++counts_[at(word)]; }
    void set_count(std::int32_t word, std::int64_t count) { counts_[at(word)] = count; }
    std::int64_t count_of(std::int32_t word) const { return counts_[at(word)]; }

    Likeness likeness(std::int32_t a, std::int32_t b);
    Spelling spelling() const { return spelling_; }
    std::size_t size() const { return texts_.size(); }

private:
    static std::size_t at(std::int32_t word) { return static_cast<std::size_t>(word); }
    bool share_letters(std::int32_t a, std::int32_t b) const;
    Likeness worked_out(std::int32_t a, std::int32_t b) const;

    Spelling spelling_;
    std::unordered_map<std::string, std::int32_t> numbers_;
    std::vector<std::string> texts_, sounds_;
    std::vector<std::int64_t> counts_;
    std::vector<std::uint32_t> letters_;  // which of them each word has
    // By the hash of two words; a newer pair takes an older one's place.
    std::vector<std::pair<std::uint64_t, Likeness>> known_;
};

}  // namespace linking
