// A small family written in a few lines: everything valid by default, a test states what matters.
#pragma once

#include "shared/care/family.h"

#include <string>
#include <utility>
#include <vector>

namespace family_of {

using records::Record;
using Answers = std::vector<std::pair<std::string, std::string>>;

inline constexpr const char* kUnit = "33.74.01.1001.P01";

class Records {
public:
    Record& add(const std::string& type, const std::string& id, const Answers& answers) {
        Record record;
        record.id = records::RecordId(id);
        record.type = type;
        record.unit = kUnit;
        for (const auto& [name, value] : answers) record.fields.set(name, value);
        all_.push_back(std::move(record));
        return all_.back();
    }

    Record& household(const std::string& id = "home") { return add("household", id, {}); }
    Record& mother(const std::string& id = "siti", const std::string& born = "1998-05-01") {
        return add("person", id,
                   {{"full_name", "Siti"},
                    {"sex", "P"},
                    {"birth_date", born},
                    {"is_mother", "1"},
                    {"is_infant", "0"},
                    {"household_id", "home"},
                    {"vital_status", "ALIVE"}});
    }
    Record& infant(const std::string& id, const std::string& born, const std::string& sex = "L") {
        return add("person", id,
                   {{"full_name", id},
                    {"sex", sex},
                    {"birth_date", born},
                    {"is_infant", "1"},
                    {"is_mother", "0"},
                    {"household_id", "home"},
                    {"vital_status", "ALIVE"}});
    }
    Record& birth(const std::string& id, const std::string& day, const std::string& mother = "siti",
                  int fetuses = 1) {
        Record& record = add("birth_event", id, {{"mother_id", mother}, {"delivery_date", day}});
        record.fields.set_integer("fetus_count", fetuses);
        return record;
    }
    Record& outcome(const std::string& id, const std::string& birth, const std::string& infant,
                    const std::string& kind = "LIVE", int order = 1) {
        Record& record = add("birth_outcome", id, {{"birth_event_id", birth}, {"outcome", kind}});
        if (!infant.empty()) record.fields.set("infant_id", infant);
        record.fields.set_integer("birth_order", order);
        return record;
    }
    // The usual beginning: Siti, her son Budi born that day with IMD.
    void born(const std::string& day) {
        household();
        mother();
        infant("budi", day);
        birth("birth", day);
        outcome("outcome", "birth", "budi").fields.set("imd", "1");
    }
    Record& visit(const std::string& id, const std::string& day,
                  const std::string& outcome = "DONE") {
        return add("visit", id,
                   {{"household_id", "home"},
                    {"mother_id", "siti"},
                    {"provider_role", "KADER"},
                    {"started_at", day + "T09:00:00+07:00"},
                    {"ended_at", day + "T09:40:00+07:00"},
                    {"outcome", outcome}});
    }
    Record& mother_check(const std::string& visit) {
        return add("mother_check", "m-" + visit, {{"visit_id", visit}, {"mother_id", "siti"}});
    }
    Record& infant_check(const std::string& visit, const std::string& infant = "budi") {
        return add("infant_check", "i-" + visit + infant,
                   {{"visit_id", visit}, {"infant_id", infant}, {"location", "HOME"}});
    }
    // Breast milk only, now and ever since.
    Record& recall(const std::string& visit, const std::string& infant = "budi") {
        Answers answers = {{"visit_id", visit},
                           {"infant_id", infant},
                           {"bf_ever", "1"},
                           {"bf_yesterday", "1"},
                           {"other_ever", "0"}};
        for (const char* item : {"l_water", "l_formula", "l_milk", "l_yogurt", "l_choco", "l_soy",
                                 "l_juice", "l_soda", "l_tea", "l_broth", "l_other", "f_any"}) {
            answers.emplace_back(item, "0");
        }
        return add("feeding_recall", "r-" + visit + infant, answers);
    }
    // A visit on that day with a recall.
    Record& recalled(const std::string& day, const std::string& infant = "budi") {
        const std::string id = "v-" + day;
        bool is_new = true;
        for (const Record& record : all_) is_new = is_new && record.id.text() != id;
        if (is_new) visit(id, day);
        return recall(id, infant);
    }
    Record& contact(const std::string& code, const std::string& day,
                    const std::string& person = "siti") {
        return add("service_contact", code + day + person,
                   {{"person_id", person},
                    {"birth_event_id", "birth"},
                    {"code", code},
                    {"contact_date", day},
                    {"source", "SIGHTED"}});
    }

    Record& at(const std::string& id) {
        for (Record& record : all_) {
            if (record.id.text() == id) return record;
        }
        base::check_failed(__FILE__, __LINE__, id.c_str());
    }
    std::vector<Record>& all() { return all_; }
    care::Family family() const { return care::Family(all_); }

private:
    std::vector<Record> all_;
};

inline base::Date day(const std::string& text) {
    return base::parse_date(text).value();
}

}  // namespace family_of
