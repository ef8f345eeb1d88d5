#include "shared/base/given_code.h"

#include "shared/base/file.h"
#include "shared/base/text.h"

#include <unistd.h>
#include <iostream>
#include <sstream>

namespace base {

namespace {

Result<GivenCode> asked(const std::string& prompt, const std::string& unasked) {
    if (::isatty(STDIN_FILENO) == 0) return Error{ErrorCode::Usage, unasked};
    std::cerr << prompt << std::flush;
    std::string line;
    std::getline(std::cin, line);
    return GivenCode{trimmed(line)};
}

}  // namespace

Result<GivenCode> read_given_code(const std::string& given, const std::string& prompt,
                                  const std::string& unasked) {
    if (given.empty()) return asked(prompt, unasked);
    if (given == "-") {
        std::ostringstream typed;
        typed << std::cin.rdbuf();
        return GivenCode{trimmed(typed.str())};
    }
    if (!file_exists(given)) return GivenCode{trimmed(given), true};
    TRY_LET(text, read_file(given));
    return GivenCode{trimmed(text)};
}

}  // namespace base
