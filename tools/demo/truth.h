// What the generator knows to be true of its health centre, to hold reports and matchers against.
#pragma once

#include "shared/base/date.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace demo {

struct DuplicatePair {
    std::string id_a;  // written first
    std::string id_b;
    std::string kind;  // how the second differs: "typing_error" ...
    std::string type;  // household or person
};

struct Count {
    int recorded = 0;  // as the records stand
    int real = 0;      // with the duplicates merged
};

class Truth {
public:
    explicit Truth(std::string village_code = "", bool is_duplicate = false)
        : village_code_(std::move(village_code)), is_duplicate_(is_duplicate) {}

    void count(std::string_view measure, base::Date day);
    void add(const Truth& other);
    void add_pair(DuplicatePair pair) { pairs.push_back(std::move(pair)); }

    using Key = std::tuple<std::string, std::string, std::string>;  // village, month, measure
    std::map<Key, Count> counts;
    std::vector<DuplicatePair> pairs;

private:
    std::string village_code_;
    bool is_duplicate_;
};

}  // namespace demo
