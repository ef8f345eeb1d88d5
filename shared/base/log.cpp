#include "shared/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace base::log {

namespace {

spdlog::logger& logger() {
    static const auto one = [] {
        auto made = spdlog::stderr_logger_mt("kawan");
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        return made;
    }();
    return *one;
}

}  // namespace

void info(const std::string& fact) {
    logger().info(fact);
}
void warn(const std::string& fact) {
    logger().warn(fact);
}
void error(const std::string& fact) {
    logger().error(fact);
}

}  // namespace base::log
