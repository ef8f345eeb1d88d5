// What a family, its place and its day are called on every page.
#pragma once

#include "client/screens/ports/families.h"
#include "client/screens/ports/session.h"
#include "client/screens/ports/sync.h"

#include <string>
#include <vector>

namespace screens {

// "Siti Aminah" or, for a family without a head's name, the first of its people.
std::string family_name(const Fields& household, const std::vector<Person>& persons);
// The name, or that it is not on this laptop yet.
std::string name_if_here(const std::string& name);
// "RT 03 / RW 01"; empty if neither is known.
std::string place_text(const std::string& rt, const std::string& rw);
std::string unit_name(const Me& me);  // of the first unit; empty if there is none

// "Belum terkirim: 3"
std::string not_sent_text(const SyncState& state);
// "Belum terkirim: 3 · terakhir 3 hari lalu": what the head of every page shows.
std::string sent_text(const SyncState& state, Date today, base::Zone zone);
// Laptop and server compared their records, and nothing waits for anybody.
bool is_all_well(const SyncState& state);

}  // namespace screens
