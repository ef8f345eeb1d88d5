#include "shared/base/file.h"
#include "sync-server/accept/staff/rescue.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"

#include <iostream>
#include <sstream>

namespace server_app {

using base::Done;
using base::Result;

namespace {

Result<std::string> read_request(const std::string& file) {
    if (file != "-") return base::read_file(file);
    std::ostringstream text;
    text << std::cin.rdbuf();
    return std::move(text).str();
}

}  // namespace

Status pin_rescue(const std::string& data, const std::string& file, bool json) {
    TRY_LET(centre, open_centre(data));
    TRY_LET(text, read_request(file));
    const accept::Desk desk{centre->connection, centre->forms, centre->clock, centre->random};
    TRY_LET(rescue, staff::rescue_pin(desk, text, server_store::kCommandLine));
    print_facts({{"name", rescue.user},
                 {"device", rescue.device},
                 {"code", rescue.code},
                 {"answer", (json ? "" : "\n") + rescue.answer}},
                json);
    return Done{};
}

}  // namespace server_app
