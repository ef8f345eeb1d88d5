#include "tests/fuzz/targets/target.h"

namespace fuzz {

const std::vector<Target>& targets() {
    static const std::vector<Target> all = {{"request", request},   {"answer", answer},
                                            {"line", line},         {"receipt", receipt},
                                            {"packed", packed},     {"bundle", bundle},
                                            {"json", json},         {"fields", fields},
                                            {"text", text},         {"csv", csv},
                                            {"import", import},     {"table", table},
                                            {"form", form},         {"answers", answers},
                                            {"document", document}, {"expression", expression},
                                            {"code", code},         {"enrolment", enrolment},
                                            {"rescue", rescue},     {"key_file", key_file},
                                            {"http", http}};
    return all;
}

const Target* find_target(std::string_view name) {
    for (const Target& each : targets()) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

}  // namespace fuzz
