#include "client/app/keeping/hardening.h"

#include "shared/base/private_file.h"

#include <sys/prctl.h>

namespace client_app {

void keep_memory_private() {
    base::leave_no_core();
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

}  // namespace client_app
