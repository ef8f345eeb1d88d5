#include "client/app/keeping/hardening.h"

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("a program that holds records leaves no core dump when it dies") {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit wide{1 << 20, RLIM_INFINITY};
        static_cast<void>(::setrlimit(RLIMIT_CORE, &wide));
        client_app::keep_memory_private();
        rlimit now{};
        const bool is_private = ::getrlimit(RLIMIT_CORE, &now) == 0 && now.rlim_cur == 0 &&
                                now.rlim_max == 0 && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
        ::_exit(is_private ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
