// Seven families of one posyandu as they were known before the morning, with babies whose ages are
// counted back from today. The eighth is registered in the course of it.
#pragma once

#include "shared/base/date.h"

#include <string>
#include <vector>

namespace smoke {

struct KnownFamily {
    std::string head, mother;
    std::vector<std::string> babies;
    int age_days = 0;
    int number = 0;  // of its ids, given by hamlet()

    std::string id(int part) const;  // of its part-th record
    std::string household() const { return id(1); }
    std::string father_id() const { return id(2); }
    std::string mother_id() const { return id(3); }
    std::string baby_id(int order) const { return id(10 + order); }  // from 1
};

std::vector<KnownFamily> hamlet();
// As `kawan import` reads them, one record a line.
std::string as_lines(const std::vector<KnownFamily>& families, base::Date today);

}  // namespace smoke
