// The health workers' visits KF and KN, which a cadre copies from the handbook when she sees it.
#pragma once

#include "tools/demo/checks.h"

#include <string>
#include <string_view>
#include <vector>

namespace demo {

class Contacts {
public:
    Contacts() = default;
    Contacts(Dice& dice, const Birth& birth);  // those that took place

    // Those up to the visit that she has not copied yet.
    void add_seen(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                  const VisitHere& visit);

private:
    struct One {
        std::string_view code;
        bool is_mothers = true;
        std::size_t child = 0;
        Date day;
        bool is_copied = false;
    };
    std::vector<One> all_;
    std::string officer_;
    std::string place_;
};

}  // namespace demo
