#include "report/html_parts.hpp"
#include "report/palette.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

std::string variables(const Palette& palette) {
    std::string out;
    const auto set = [&](std::string_view name, std::string_view colour) {
        (((out += "--") += name) += ':') += std::string(colour) + ';';
    };
    set("background", palette.background);
    set("surface", palette.surface);
    set("text", palette.text);
    set("quiet", palette.quiet);
    set("line", palette.line);
    set("good", palette.good);
    set("near", palette.near);
    set("bad", palette.bad);
    set("none", palette.none);
    set("observed", palette.observed);
    set("target", palette.target);
    set("projected", palette.projected);
    set("fan80", palette.fan_80);
    set("fan95", palette.fan_95);
    for (std::size_t i = 0; i < palette.rating.size(); ++i) set("rating" + std::to_string(i), palette.rating[i]);
    return out;
}

constexpr std::string_view rules = R"(
.ontrack{background:var(--background);color:var(--text);font:1rem/1.45 system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif;padding:1rem;box-sizing:border-box;container:ontrack/inline-size}
.ontrack *{box-sizing:border-box}
.ontrack.page{margin:0 auto;max-width:90rem}
.ontrack .skip{position:absolute;left:-100rem}
.ontrack .skip:focus{left:1rem;top:.5rem;background:var(--background);color:var(--text);padding:.5rem 1rem;outline:3px solid var(--observed)}
.ontrack .hidden,.ontrack .block caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.ontrack h1,.ontrack h2,.ontrack h3,.ontrack h4,.ontrack h5{line-height:1.2;margin:1.6em 0 .5em;font-weight:650}
.ontrack header>:first-child{margin-top:0;font-size:1.75rem}
.ontrack section>:first-child{font-size:1.35rem}
.ontrack section>h3,.ontrack section>h4{font-size:1.1rem}
.ontrack p{margin:.4em 0;max-width:50rem}
.ontrack .as-at,.ontrack .quiet,.ontrack footer,.ontrack small,.ontrack caption{color:var(--quiet)}
.ontrack small{font-size:.8125em}
.ontrack ul{margin:.3em 0;padding-left:1.2em}
.ontrack summary{cursor:pointer;color:var(--observed)}
.ontrack summary:focus-visible{outline:3px solid var(--observed);outline-offset:2px}
.ontrack .mark{white-space:nowrap;font-weight:600}
.ontrack .performance .mark{white-space:normal}
.ontrack .good{color:var(--good)}
.ontrack .near{color:var(--near)}
.ontrack .bad{color:var(--bad)}
.ontrack .none{color:var(--none);font-weight:400}
.ontrack .key{font-size:.875rem;max-width:none}
.ontrack .key .mark{margin-right:.75em}
.ontrack .mark{overflow-wrap:normal}
.ontrack table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.35;background:none}
.ontrack caption{text-align:left;padding-bottom:.5em}
.ontrack th,.ontrack td{text-align:left;vertical-align:top;padding:.45em .5em;border-bottom:1px solid var(--line);background:none;color:inherit;overflow-wrap:anywhere;white-space:normal}
.ontrack thead th{vertical-align:bottom;border-bottom:2px solid var(--text)}
.ontrack tbody th{font-weight:500}
.ontrack tr{background:none}
.ontrack td small,.ontrack th small,.ontrack td.seen>span{display:block}
.ontrack td>span>small{display:block}
.ontrack td.number{text-align:right;font-variant-numeric:tabular-nums}
.ontrack .performance thead th:nth-child(n+2):nth-child(-n+10){text-align:right}
.ontrack .performance{table-layout:fixed}
.ontrack thead th{overflow-wrap:normal}
.ontrack .performance th,.ontrack .performance td{padding:.4em .4em}
.ontrack .performance thead th{width:5.6%}
.ontrack .performance thead th:nth-child(1){width:auto}
.ontrack .performance thead th:nth-child(n+3):nth-child(-n+7){width:6.2%}
.ontrack .performance thead th:nth-child(8),.ontrack .performance thead th:nth-child(9){width:7.2%}
.ontrack .performance thead th:nth-child(11),.ontrack .performance thead th:nth-child(12){width:8.7%}
.ontrack .performance thead th:nth-child(13){width:8.8%}
.ontrack td .travel{display:block}
.ontrack td .travel small{display:block;margin-bottom:.2em;line-height:1}
.ontrack .performance .theme th{background:var(--surface);font-weight:700;padding-top:.8em}
.ontrack .performance .part th{padding-left:1.5em}
.ontrack .performance .activity td{padding-top:.2em}
.ontrack .performance tr:has(+.activity)>*,.ontrack .performance tr:has(+.part)>*{border-bottom-color:transparent}
.ontrack .matrix,.ontrack .risks{table-layout:fixed}
.ontrack .matrix td,.ontrack .matrix th{border:1px solid var(--line)}
.ontrack .unjudged thead th:last-child{width:45%}
.ontrack .unjudged td:last-child ul{columns:2}
.ontrack .risks thead th:nth-child(1){width:30%}
.ontrack .risks thead th:nth-child(3),.ontrack .risks thead th:nth-child(4){width:10%}
.ontrack .rating-0{background:var(--rating0)}
.ontrack .rating-1{background:var(--rating1)}
.ontrack .rating-2{background:var(--rating2)}
.ontrack .rating-3{background:var(--rating3)}
.ontrack .rating-4{background:var(--rating4)}
.ontrack .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:1rem;align-items:start}
.ontrack article{background:var(--surface);border:1px solid var(--line);border-radius:.25rem;padding:.8rem;break-inside:avoid}
.ontrack article>:first-child{margin:0;font-size:1rem}
.ontrack article details{font-size:.875rem}
.ontrack dl{margin:.5em 0}
.ontrack dt{font-weight:600}
.ontrack dd{margin:0 0 .4em 1em;overflow-wrap:anywhere}
.ontrack .chart{display:block;width:100%;height:auto;max-width:30rem;margin:.5em 0;font-size:11px;font-family:inherit}
.ontrack .chart text{fill:var(--quiet)}
.ontrack .chart .target-label{fill:var(--target);font-weight:600}
.ontrack .chart .fan-label{fill:var(--projected);font-weight:600}
.ontrack .chart .seen-label{fill:var(--observed);font-weight:600}
.ontrack .chart .target-label,.ontrack .chart .fan-label{paint-order:stroke;stroke:var(--surface);stroke-width:3px}
.ontrack .chart path,.ontrack .chart polyline{fill:none}
.ontrack .chart .axis{stroke:var(--line)}
.ontrack .chart .grid{stroke:var(--line);stroke-opacity:.3;stroke-width:.6}
.ontrack .chart .seen{stroke:var(--observed);stroke-width:2}
.ontrack .chart circle.seen{fill:var(--observed)}
.ontrack .chart .path{stroke:var(--target);stroke-width:1.6;stroke-dasharray:7 4}
.ontrack .chart .year{fill:var(--surface);stroke:var(--target);stroke-width:1.6}
.ontrack .chart .bar95{stroke:var(--projected);stroke-width:1.2}
.ontrack .chart .bar80{stroke:var(--projected);stroke-width:5}
.ontrack .chart .due{fill:var(--target);stroke:none}
.ontrack .chart .fan95{fill:var(--fan95);stroke:var(--projected);stroke-width:.8}
.ontrack .chart .fan80{fill:var(--fan80);stroke:var(--projected);stroke-width:.8}
.ontrack .chart .median{stroke:var(--projected);stroke-width:2;stroke-dasharray:1.5 3;stroke-linecap:round}
@media screen{@container ontrack (max-width:74rem){
.ontrack table,.ontrack caption,.ontrack tbody,.ontrack tr,.ontrack th,.ontrack td{display:block;width:auto}
.ontrack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.ontrack tbody tr{border-bottom:2px solid var(--line);padding:.5em 0}
.ontrack tbody th{font-weight:700;border-bottom:0}
.ontrack tbody td,.ontrack .performance td,.ontrack td.number{display:grid;grid-template-columns:minmax(8.5rem,30%) 1fr;column-gap:.75rem;text-align:left;border-bottom:0;padding:.15em .5em}
.ontrack td[data-label]::before{content:attr(data-label);color:var(--quiet);grid-row:1/span 9}
.ontrack tbody td>*{grid-column:2}
.ontrack .performance .activity td{display:block}
.ontrack .unjudged td:last-child ul{columns:1}
.ontrack .performance tr:has(+.activity),.ontrack .performance .theme{border-bottom:0;padding-bottom:0}
}}
@media print{
@page{size:A4 landscape;margin:12mm}
.ontrack{font-size:9pt;padding:0}
.ontrack table{font-size:8pt}
.ontrack tr,.ontrack article{break-inside:avoid}
.ontrack .activity{break-before:avoid}
.ontrack h2,.ontrack h3,.ontrack h4{break-after:avoid}
.ontrack .skip{display:none}
.ontrack .cards{grid-template-columns:repeat(3,1fr)}
}
)";

}  // namespace

std::string style_sheet() {
    return "\n.ontrack{color-scheme:light dark;" + variables(light) +
           "}\n@media screen and (prefers-color-scheme:dark){.ontrack{" + variables(dark) + "}}" + std::string(rules);
}

}  // namespace ontrack::inline v0::detail::report
