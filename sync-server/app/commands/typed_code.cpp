#include "sync-server/app/commands/typed_code.h"

#include "shared/base/given_code.h"

#include <cstdio>

namespace server_app {

base::Result<std::string> typed_code(const std::string& given, const std::string& prompt,
                                     const std::string& unasked) {
    TRY_LET(code, base::read_given_code(given, prompt, unasked));
    if (code.was_in_sight) {
        std::fputs(
            "A code on the command line can be read by every user of this computer. Leave it "
            "away and it is asked for, or give a file or - (standard input).\n",
            stderr);
    }
    return std::move(code.text);
}

}  // namespace server_app
