// What one family's records make of a day's walk.
#pragma once

#include "client/screens/ports/agenda.h"
#include "shared/records/record.h"

#include <optional>
#include <span>
#include <string>

namespace client_app {

// Of the household's own people; nullopt where nothing is due, nothing will be, nobody was there
// today, and no mother has to do with the massage.
std::optional<screens::Stop> stop_of(const std::string& household,
                                     std::span<const records::Record> records, base::Date today);

}  // namespace client_app
