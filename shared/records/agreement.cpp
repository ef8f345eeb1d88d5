#include "shared/records/agreement.h"

#include "shared/crypto/hash.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace records {

void Agreement::add(std::uint64_t hash_of_row) {
    ++count;
    hash += hash_of_row;
}

void Agreement::remove(std::uint64_t hash_of_row) {
    --count;
    hash -= hash_of_row;
}

std::uint64_t row_hash(std::string_view record_id, Revision revision,
                       std::string_view fields_text) {
    std::string text(record_id);
    text += '\n';
    text += to_text(revision);
    text += '\n';
    text += fields_text;
    return crypto::hash64(text);
}

std::string hash_text(std::uint64_t hash) {
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

std::uint64_t parse_hash(std::string_view text) {
    std::uint64_t hash = 0;
    std::from_chars(text.data(), text.data() + text.size(), hash, 16);
    return hash;
}

int bucket_of(std::string_view record_id) {
    int bucket = 0;
    if (record_id.size() < 2) return 0;
    const auto tail = record_id.substr(record_id.size() - 2);
    std::from_chars(tail.data(), tail.data() + tail.size(), bucket, 16);
    return bucket;
}

}  // namespace records
