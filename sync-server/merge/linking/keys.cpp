#include "sync-server/merge/linking/keys.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>

namespace linking {

namespace {

// FNV-1a, then stirred: hashes are added and compared, never shown.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 14695981039346656037ULL ^ seed;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    hash ^= hash >> 31;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

// The consonants of how it sounds, in their order: what is left when vowels are misheard.
std::string skeleton_of(const std::string& sound) {
    std::string bones;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const bool is_vowel = std::string_view("aeiouhw").find(sound[i]) != std::string_view::npos;
        if (i == 0 || (!is_vowel && bones.back() != sound[i])) bones += sound[i];
    }
    return bones;
}

class Gathering {
public:
    Gathering(const Table& table, std::size_t row) : table_(table), row_(row) {
        for (std::size_t i = 0; i < table.schema().size(); ++i) add_column(i);
    }
    std::vector<Atom> atoms;

private:
    void add(std::string_view text, std::uint64_t seed, bool may_be_alone = false) {
        if (text.empty()) return;
        atoms.push_back({hash_of(text, seed * 7919), source_, may_be_alone});
    }

    void add_column(std::size_t i) {
        const Value& value = table_.at(row_, i);
        if (value.text.empty()) return;
        ++source_;
        const Column& column = table_.schema().columns[i];
        const std::uint64_t seed = i * 16 + 1000;
        switch (column.kind) {
            case Kind::Name:
                return add_names(value, static_cast<std::uint64_t>(column.bag));
            case Kind::Text:
                return add_words(value, 3);
            case Kind::LongText:
                return add_words(value, 6);
            case Kind::Date:
                return add_day(value, seed);
            case Kind::Id:
            case Kind::Phone:
                return add_halves(value.text, seed);
            case Kind::Email:
                add(value.text, seed, true);
                return add(value.text.substr(0, value.text.find('@')), seed + 1, true);
            case Kind::Age:
            case Kind::Code:
            case Kind::Number:
                return add(value.text, seed);
        }
    }

    // Wherever it stands in the name: words change places. Each word is a source of its own.
    void add_names(const Value& value, std::uint64_t bag) {
        for (std::size_t i = 0; i < value.words.size() && i < 4; ++i) {
            const std::string& sound = table_.words().sound(value.words[i]);
            if (i > 0) ++source_;
            add(sound, bag * 4 + 1, true);
            add(skeleton_of(sound), bag * 4 + 2, true);
            add(sound.substr(0, 3), bag * 4 + 3);
        }
    }

    // The rarest words of a text, whatever column they stand in.
    void add_words(const Value& value, std::size_t most) {
        std::vector<std::int32_t> words = value.words;
        std::sort(words.begin(), words.end(), [&](std::int32_t a, std::int32_t b) {
            return table_.words().count_of(a) < table_.words().count_of(b);
        });
        if (words.size() > most) words.resize(most);
        for (const std::int32_t word : words) {
            add(table_.words().sound(word), 501, true);
            ++source_;
        }
        add(value.text, 502, true);
    }

    void add_day(const Value& value, std::uint64_t seed) {
        add(value.text, seed, true);
        const Day& day = value.day;
        if (!day.is_known()) return;
        const auto [less, more] = std::minmax(day.day, day.month);
        add(std::to_string(day.year), seed + 1);
        add(std::to_string(less) + "/" + std::to_string(more), seed + 2);
        add(std::to_string(day.year % 100) + "-" + std::to_string(day.month), seed + 3);
        add(std::to_string(day.year % 100) + "+" + std::to_string(day.day), seed + 4);
    }

    void add_halves(const std::string& text, std::uint64_t seed) {
        add(text, seed, true);
        if (text.size() < 6) return;
        add(text.substr(0, text.size() / 2), seed + 1, true);
        add(text.substr(text.size() / 2), seed + 2, true);
    }

    const Table& table_;
    std::size_t row_;
    std::uint16_t source_ = 0;
};

// Rows of one key, pair by pair.
class Meeting {
public:
    Meeting(const Reach& reach, Going& going) : reach_(reach), going_(going) {}

    void meet(std::uint32_t a, std::uint32_t b) {
        if (a == b) return;
        pairs_.push_back(static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b));
        if (pairs_.size() < room_) return;
        make_unique();
        room_ = std::max(reach_.pairs_most, pairs_.size() * 2);
    }

    void meet_all(const Key* first, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j) meet(first[i].row, first[j].row);
        }
    }

    std::vector<std::uint64_t> taken() {
        make_unique();
        return std::move(pairs_);
    }
    bool is_full() const { return pairs_.size() > 2 * reach_.pairs_most; }

private:
    void make_unique() {
        sort_going(pairs_, std::less<>(), going_);
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }

    Reach reach_;
    Going& going_;
    std::size_t room_ = 4'000'000;
    std::vector<std::uint64_t> pairs_;
};

void meet_by_keys(const Table& table, const Reach& reach, Meeting& meeting, Going& going) {
    std::vector<Key> keys;
    for (std::size_t row = 0; row < table.size() && going.on(row, 2 * table.size()); ++row) {
        for (const std::uint64_t hash : keys_of(atoms_of(table, row))) {
            keys.push_back({hash, static_cast<std::uint32_t>(row)});
        }
    }
    const auto before = [](const Key& a, const Key& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.row < b.row;
    };
    sort_going(keys, before, going);
    std::size_t blocks = 0;
    for (std::size_t from = 0; from < keys.size() && !meeting.is_full();) {
        ++blocks;
        if (!going.on(blocks, 2 * blocks)) return;
        std::size_t to = from;
        while (to < keys.size() && keys[to].hash == keys[from].hash) ++to;
        if (to - from <= reach.block_most) meeting.meet_all(&keys[from], to - from);
        from = to;
    }
}

std::string name_of(const Table& table, std::size_t row) {
    std::string name;
    for (std::size_t i = 0; i < table.schema().size(); ++i) {
        const Kind kind = table.schema().columns[i].kind;
        const bool is_text = kind == Kind::Text || kind == Kind::LongText;
        if (kind == Kind::Name || (is_text && name.empty())) name += table.at(row, i).text;
    }
    std::erase(name, ' ');
    return name;
}

void meet_neighbours(const std::vector<std::string>& texts, const Reach& reach, Meeting& meeting) {
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return texts[a] != texts[b] ? texts[a] < texts[b] : a < b;
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (texts[order[i]].empty()) continue;
        for (std::size_t j = i + 1; j < order.size() && j <= i + reach.neighbours; ++j) {
            meeting.meet(order[i], order[j]);
        }
    }
}

void meet_by_name(const Table& table, const Reach& reach, Meeting& meeting) {
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.size(); ++row) names.push_back(name_of(table, row));
    meet_neighbours(names, reach, meeting);
    for (std::string& name : names) std::reverse(name.begin(), name.end());
    meet_neighbours(names, reach, meeting);
}

}  // namespace

std::vector<Atom> atoms_of(const Table& table, std::size_t row) {
    return std::move(Gathering(table, row).atoms);
}

std::vector<std::uint64_t> keys_of(const std::vector<Atom>& atoms) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (atoms[i].may_be_alone) keys.push_back(atoms[i].hash);
        for (std::size_t j = i + 1; j < atoms.size(); ++j) {
            if (atoms[i].source != atoms[j].source) keys.push_back(atoms[i].hash + atoms[j].hash);
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<std::uint64_t> pairs_to_compare(const Table& table, const Reach& reach, Going& going) {
    Meeting meeting(reach, going);
    if (table.size() <= reach.all_pairs_up_to) {
        for (std::uint32_t a = 0; a < table.size() && going.on(a, table.size()); ++a) {
            for (std::uint32_t b = a + 1; b < table.size(); ++b) meeting.meet(a, b);
        }
        return meeting.taken();
    }
    meet_by_keys(table, reach, meeting, going);
    if (going.is_left()) return {};
    meet_by_name(table, reach, meeting);
    return meeting.taken();
}

}  // namespace linking
