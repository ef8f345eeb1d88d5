#include "client/app/recording/forms_in_force.h"

#include "shared/base/log.h"
#include "shared/protocol/enrolment.h"

namespace client_app {

base::Result<forms::FormSet> forms_in_force(const store::Identity& identity) {
    auto config = protocol::parse_config(identity.config);
    const forms::FormSet& shipped = forms::FormSet::builtin();
    if (!config.ok() || config.value().forms.empty()) return shipped;
    if (config.value().forms_digest == shipped.digest()) return shipped;
    auto handed_out = forms::FormSet::parse(config.value().forms);
    if (handed_out.ok()) return handed_out;
    base::log::warn("the forms handed out were not understood: " + handed_out.error().message);
    return shipped;
}

}  // namespace client_app
