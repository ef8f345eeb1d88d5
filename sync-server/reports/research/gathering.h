// From one person's records to her rows: only columns of the list, only her own.
#pragma once

#include "shared/care/family.h"
#include "shared/forms/form_set.h"
#include "sync-server/reports/research/data_set.h"
#include "sync-server/reports/research/pseudonyms.h"

#include <map>
#include <string_view>
#include <vector>

namespace research {

struct Period {
    base::Month from, to;
};

class Gathering {
public:
    Gathering(const Period& period, const forms::FormSet& forms, const Pseudonyms& pseudonyms,
              DataSet& into);

    // Nothing if she has neither a delivery nor anything else in the period.
    void take(const care::Family& family, const care::Person& person);

private:
    struct Who {
        const care::Family& family;
        const care::Person& person;
        std::string own, mother;  // pseudonyms
    };
    bool has(base::Date day) const;
    bool has_any(const Who& who) const;
    Row& add(FileNumber file, const Who& who, const base::Fields& fields);
    void set(FileNumber file, std::string_view name, std::string value);
    void set_place(FileNumber file, const records::Record& person, base::Date born);
    const std::vector<std::string>& codes_of(const Field& field);
    std::string answer(const Field& field, const base::Fields& fields, const File& file);
    std::string period_of(base::Date day) const;

    void take_mother(const Who& who);
    void take_delivery(const Who& who, const care::Birth& birth);
    void take_visits(const Who& who);
    void take_infant(const Who& who);
    void take_events(FileNumber file, std::string_view day_column, const care::Events& events,
                     const Who& who);

    const base::Date first_, last_;
    const Period period_;
    const forms::FormSet& forms_;
    const Pseudonyms& pseudonyms_;
    DataSet& data_;
    std::map<const Field*, std::vector<std::string>> codes_;  // of allowed(), worked out once
};

}  // namespace research
