// What speaks against joining two records, in a coordinator's words.
#pragma once

#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/html/html.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/visit.h"

namespace console {

std::string objection_words(const joining::Objection& objection);
// "3 Kunjungan, terakhir 5 Nov 2026, 1 Cek bayi": what is, or will be, the kept one's.
html::Html moving_words(const Visit& visit, const std::map<std::string, std::int64_t>& moving,
                        const std::string& last_visit);
// record_name, also of one that is gone.
Result<html::Html> record_name(const Visit& visit, const std::string& id);
// Records to tick, named by what they are and their day; nothing where there are none.
Result<html::Html> whose_choice(const Visit& visit, const std::vector<records::Record>& records,
                                const Field& field);

}  // namespace console
