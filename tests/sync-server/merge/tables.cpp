#include "tests/sync-server/merge/tables.h"

#include "shared/base/csv.h"
#include "shared/base/random.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace tables {

namespace {

using base::SeededRandom;
using Row = std::vector<std::string>;

enum Column : std::size_t { Given, Surname, Number, Street, Suburb, Postcode, State, Birth, Ssn };

template <std::size_t N>
std::string pick(SeededRandom& random, const std::array<const char*, N>& list) {
    return list[static_cast<std::size_t>(random.below(N))];
}

std::string digits(std::uint64_t number, int width) {
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%0*llu", width,
                  static_cast<unsigned long long>(number));
    return text.data();
}

std::string made_up(SeededRandom& random) {
    constexpr auto kHeads = std::to_array<const char*>(
        {"b", "br", "d", "f", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "w"});
    constexpr auto kVowels = std::to_array<const char*>({"a", "e", "i", "o", "u", "ei"});
    constexpr auto kTails =
        std::to_array<const char*>({"l", "n", "rt", "st", "nn", "m", "lson", "rton", "ley"});
    std::string text = pick(random, kHeads) + pick(random, kVowels);
    if (random.chance(0.5)) text += pick(random, kHeads) + pick(random, kVowels);
    return text + pick(random, kTails);
}

// The first of a list is drawn far more often than the last.
class Names {
public:
    Names(SeededRandom& random, std::size_t count) {
        while (names_.size() < count) names_.push_back(made_up(random));
    }
    const std::string& draw(SeededRandom& random) const {
        const double place = random.unit();
        return names_[static_cast<std::size_t>(place * place * static_cast<double>(names_.size()))];
    }

private:
    std::vector<std::string> names_;
};

std::string with_slip(SeededRandom& random, std::string text) {
    if (text.size() < 2) return text;
    const auto at = static_cast<std::size_t>(random.below(text.size() - 1));
    const bool is_digit = text[at] >= '0' && text[at] <= '9';
    const char other =
        static_cast<char>(is_digit ? '0' + random.below(10) : 'a' + random.below(26));
    switch (random.below(4)) {
        case 0:
            text[at] = other;
            break;
        case 1:
            text.erase(at, 1);
            break;
        case 2:
            text.insert(at, 1, other);
            break;
        default:
            std::swap(text[at], text[at + 1]);
    }
    return text;
}

void corrupt(SeededRandom& random, Row& row) {
    const double kind = random.unit();
    if (kind < 0.07) return std::swap(row[Given], row[Surname]);
    const auto column = static_cast<std::size_t>(random.below(row.size()));
    if (kind < 0.15) return row[column].clear();
    if (kind < 0.20 && row[Birth].size() == 8) {
        const std::string& birth = row[Birth];
        row[Birth] = birth.substr(0, 4) + birth.substr(6, 2) + birth.substr(4, 2);
        return;
    }
    row[column] = with_slip(random, row[column]);
}

class Making {
public:
    explicit Making(const Wish& wish)
        : wish_(wish),
          random_(wish.seed),
          given_(random_, 150),
          surnames_(random_, 500),
          streets_(random_, 300),
          suburbs_(random_, 80) {}

    Made made() {
        while (static_cast<int>(originals_.size()) < wish_.originals) add_household();
        std::vector<std::size_t> of_row;
        for (std::size_t i = 0; i < originals_.size(); ++i) of_row.push_back(i);
        rows_ = originals_;
        add_copies(of_row);
        return table_of(of_row);
    }

private:
    void add_household() {
        Row row(9);
        const std::string suburb = suburbs_.draw(random_);
        row[Surname] = surnames_.draw(random_);
        settle(row, suburb);
        const auto people = 1 + random_.below(static_cast<std::uint64_t>(wish_.household));
        for (std::uint64_t i = 0; i < people; ++i) add_person(row);
    }

    void settle(Row& row, const std::string& suburb) {
        row[Number] = std::to_string(1 + random_.below(150));
        row[Street] = streets_.draw(random_) + (random_.chance(0.5) ? " street" : " road");
        row[Suburb] = suburb;
        row[Postcode] =
            digits(2000 + suburb.size() * 131 + static_cast<unsigned char>(suburb[1]), 4);
        row[State] = random_.chance(0.5) ? "nsw" : "vic";
    }

    void add_person(Row& row) {
        row[Given] = given_.draw(random_);
        row[Birth] = digits(1920 + random_.below(80), 4) + digits(1 + random_.below(12), 2) +
                     digits(1 + random_.below(28), 2);
        row[Ssn] = wish_.has_number ? digits(random_.below(10'000'000), 7) : "";
        if (!wish_.has_birth) row[Birth].clear();
        originals_.push_back(row);
    }

    void add_copies(std::vector<std::size_t>& of_row) {
        for (int left = wish_.copies; left > 0;) {
            const auto original = static_cast<std::size_t>(random_.below(originals_.size()));
            if (!copied_.insert(original).second) continue;
            const auto most = static_cast<std::uint64_t>(wish_.copies_most);
            const int count = std::min(left, 1 + static_cast<int>(random_.below(most)));
            for (int i = 0; i < count; ++i) {
                Row copy = originals_[original];
                if (wish_.moved > 0 && random_.chance(wish_.moved)) {
                    settle(copy, suburbs_.draw(random_));
                }
                const auto errors = 1 + random_.below(static_cast<std::uint64_t>(wish_.errors));
                for (std::uint64_t each = 0; each < errors; ++each) corrupt(random_, copy);
                rows_.push_back(copy);
                of_row.push_back(original);
            }
            left -= count;
        }
    }

    Made table_of(const std::vector<std::size_t>& of_row) const {
        Made made;
        made.csv = "id,given,surname,number,street,suburb,postcode,state,born,ssn\n";
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Row cells = {std::to_string(i)};
            cells.insert(cells.end(), rows_[i].begin(), rows_[i].end());
            made.csv += base::csv::line(cells);
            for (std::size_t j = i + 1; j < rows_.size(); ++j) {
                if (of_row[i] == of_row[j])
                    made.truth.insert({std::to_string(i), std::to_string(j)});
            }
        }
        made.map =
            R"({"id":"id","given_name":"given","surname":"surname","street_number":"number",)"
            R"("address":"street","suburb":"suburb","postcode":"postcode","state":"state",)"
            R"("birth_date":"born","soc_sec_id":"ssn"})";
        return made;
    }

    Wish wish_;
    SeededRandom random_;
    Names given_, surnames_, streets_, suburbs_;
    std::vector<Row> originals_, rows_;
    std::set<std::size_t> copied_;
};

}  // namespace

Made people(const Wish& wish) {
    return Making(wish).made();
}

Score score_of(const Made& made, double threshold) {
    const auto evaluated = linking::evaluate(made.csv, made.map, threshold);
    if (!evaluated.ok()) return {};
    double right = 0;
    for (const auto& each : evaluated.value().pairs) {
        right += made.truth.count({each.id_a, each.id_b}) != 0 ? 1 : 0;
    }
    Score score;
    score.precision = right / std::max(static_cast<double>(evaluated.value().pairs.size()), 1.0);
    score.recall = right / std::max(static_cast<double>(made.truth.size()), 1.0);
    score.f1 = 2 * score.precision * score.recall / std::max(score.precision + score.recall, 1e-9);
    return score;
}

}  // namespace tables
