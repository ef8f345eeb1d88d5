#include "client/paper/html.h"

#include <doctest/doctest.h>

TEST_CASE("markup and quotes in a name come out as text") {
    CHECK(paper::text("<script>alert('a')</script> & \"b\"") ==
          "&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt; &amp; &quot;b&quot;");
    CHECK(paper::text("Siti Aminah, 38 °C √") == "Siti Aminah, 38 °C √");
}
