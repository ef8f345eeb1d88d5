// A record in words, for whoever decides about it: what it is, whom it is about, what its fields
// say. Names come out as html::name does; a coded answer as the form labels it.
#pragma once

#include "shared/records/record.h"
#include "sync-server/console/html/html.h"
#include "sync-server/console/visit.h"
#include "sync-server/store/records/records.h"

#include <string>
#include <string_view>

namespace console {

std::string type_words(const Visit& visit, std::string_view type);  // "Kunjungan"
std::string unit_words(const Visit& visit, std::string_view unit);  // the posyandu's name
// By its name or head; else what it is.
html::Html record_name(const Visit& visit, const records::Record& record);
// "RT 001 / RW 02"; only what is there.
html::Html rt_rw_words(const std::string& rt, const std::string& rw);
// The question's label; the field's own name where the form has none.
std::string field_words(const Visit& visit, std::string_view type, std::string_view field);
// An answer as it reads on paper; a dash for none.
html::Html value_words(const Visit& visit, std::string_view type, std::string_view field,
                       const std::string* token);

// Whom it is about: the person herself, or the one that it names nearest ("Siti Aminah, keluarga
// Agus"); empty if nobody it names is here.
struct About {
    std::string person;  // id; empty if nobody
    html::Html words;
    std::string day;  // of the visit that it belongs to, or its own; empty if none
};
Result<About> about(const Visit& visit, const records::Record& record);
// Of whom a look at the record is written down, so that it is found when she asks who looked.
std::string looked_at_of(const About& whom, const records::Record& record);

// "Siti Kader, 5 Mar 2026 14.05"; the console's own: "puskesmas".
Result<html::Html> author_words(const Visit& visit, std::int64_t device, std::int64_t n);
// The same of whoever gave the answer that stands: a cadre, also where the desk wrote it anew.
Result<html::Html> author_of_answer(const Visit& visit, const server_store::StoredRecord& stored,
                                    const std::string& field);

}  // namespace console
