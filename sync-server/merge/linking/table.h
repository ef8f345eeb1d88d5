// A table of records to be compared with each other: which column means what, and each cell read
// once. Equal cells are one value.
#pragma once

#include "sync-server/merge/linking/dates.h"
#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/linking/words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace linking {

enum class Kind { Name, Date, Age, Id, Phone, Email, Code, Number, Text, LongText };

struct Column {
    std::string name;
    Kind kind = Kind::Text;
    // Names only: columns of one bag are parts of one name, which may have changed places.
    int bag = 0;
    // Part of where somebody lives: who has one of them by chance has the others by chance too.
    bool is_place = false;
    // People of one family share it: a surname, the mother's name.
    bool is_of_family = false;
    // How many of a hundred pairs drawn by chance are equal, before a table teaches better.
    double equal_by_chance = 5;
    // Different people of one place may have it in common; all else agrees as between strangers.
    bool is_shared_by_neighbours() const { return is_place || is_of_family || kind == Kind::Phone; }
};

struct Schema {
    std::vector<Column> columns;
    Spelling spelling = Spelling::Any;
    // For how many drawn pairs the columns' equal_by_chance stands, and how many of a hundred
    // records have a true pair, by experience: so that a table of a few records is judged soundly.
    double known_pairs = 0.5;
    double known_true = 12;  // for how many true pairs the expectation of them stands
    double true_pairs_known = 0;
    bool is_of_movers = true;  // who is one may live elsewhere by now; else only who stayed is one
    std::size_t size() const { return columns.size(); }
};

// Where neither a name nor a number tells who it is, a long text does: the title of a ware, a book.
bool has_title(const Schema& schema);

inline constexpr std::size_t kColumnsMost = 32;
inline constexpr std::int32_t kMissing = 0;  // the value of an empty cell, in every column

struct Value {
    std::string text;                 // folded; of a number, telephone or id what identifies it
    std::vector<std::int32_t> words;  // of a name or text, in their order
    Day day;
    double count = 0;  // records that have it
};

// Of one name: where somebody's own stands, and where the family's.
struct NameColumns {
    std::size_t given = 0, family = 0;
};

class Table {
public:
    explicit Table(Schema schema);

    // A cell for each column. Text longer than a name or address can be is cut.
    void add(const std::vector<std::string>& cells);
    // After the last one. From here on rows are only read; not at all if it was left.
    void finish(Going& going);
    void finish() {
        Going alone;
        finish(alone);
    }

    const Schema& schema() const { return schema_; }
    std::size_t size() const { return rows_; }
    std::int32_t number(std::size_t row, std::size_t column) const {
        return numbers_[row * schema_.size() + column];
    }
    const Value& value(std::size_t column, std::int32_t number) const {
        return columns_[column].values[static_cast<std::size_t>(number)];
    }
    const Value& at(std::size_t row, std::size_t column) const {
        return value(column, number(row, column));
    }
    Words& words() { return words_; }
    const Words& words() const { return words_; }

    // How many records there are, and how many have this value or word: for a table that is only a
    // part of what is compared.
    double total() const { return total_; }
    void set_total(double total) { total_ = total; }
    void set_count(std::size_t column, std::int32_t number, double count) {
        columns_[column].values[static_cast<std::size_t>(number)].count = count;
    }
    std::size_t values_in(std::size_t column) const { return columns_[column].values.size(); }
    // The column whose place this one's cell takes in this record: given name and surname that have
    // changed places stand where the other records have them.
    std::size_t home_of(std::size_t row, std::size_t column) const {
        if (exchanged_.empty() || exchanged_[row] == 0) return column;
        return column == names_.given    ? names_.family
               : column == names_.family ? names_.given
                                         : column;
    }
    bool is_exchanged(std::size_t row) const { return !exchanged_.empty() && exchanged_[row] != 0; }

private:
    struct Read {
        std::vector<Value> values{Value{}};
        std::vector<std::string> raw{std::string()};
        std::unordered_map<std::string, std::int32_t> numbers{{std::string(), kMissing}};
        Order order = Order::DayFirst;
    };
    bool read_values(std::size_t column, Going& going);
    void count_values();

    Schema schema_;
    Words words_;
    std::vector<Read> columns_;
    std::vector<std::int32_t> numbers_;
    std::size_t rows_ = 0;
    double total_ = 0;
    NameColumns names_;
    std::vector<std::uint8_t> exchanged_;  // by row; empty: there are no such columns
};

}  // namespace linking
