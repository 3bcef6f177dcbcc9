import type { ReactNode } from "react";
import { Chips } from "#components/list/chips";
import { Download } from "#components/list/download";
import { Filters } from "#components/list/filters";
import { Table } from "#components/list/table";
import { Notice } from "#components/ui/notice";
import { RefusedWay } from "#components/ui/refused-way";
import { addressOf } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";
import { isMoney, shownOf } from "#lib/list/view";
import { locales } from "#lib/messages/catalogue";
import { notYours } from "#lib/roles";

type ListPageProps = ShownList & { note?: ReactNode /** Where a record of the list is added. */; adding?: ReactNode };

/** A whole list page: title, totals, filters, table, pager, in whichever state it is. */
export function ListPage({ note, adding, ...shown }: ListPageProps) {
  const { list, t, result, total, format } = shown;
  const isNarrowed = "found" in result && isAsked(shown);
  const found = "found" in result ? result.found : undefined;
  return (
    <main id="content" className="list-page">
      <header className="list-head">
        <h1>{t(`${list.name}.title`)}</h1>
        <p className="totals" data-total={total} data-found={found?.records}>
          {isNarrowed && found !== undefined
            ? t(found.isMore ? "list.found_more" : "list.found", {
                found: format.count(found.records),
                total: format.count(total),
              })
            : t("list.total", { total: format.count(total) })}
          {found?.isMore === true && <a href={addressOf(list, { ...shown.params, isExact: true })}>{t("list.count_exactly")}</a>}
        </p>
        {"found" in result && shownOf(list).some(({ kind }) => isMoney(kind)) && (
          <p className="unit">{t("schedule.amounts_in", { currency: format.currency })}</p>
        )}
        {"found" in result && <DownloadWay {...shown} />}
        {adding}
      </header>
      {note}
      <Problems {...shown} />
      <Filters {...shown} />
      <Chips {...shown} />
      <Results {...shown} />
    </main>
  );
}

function Problems({ result, path, t }: ShownList) {
  if (!("problems" in result)) return null;
  return (
    <Notice kind="problem" title={t("list.not_searched")} href={path} link={t("list.clear")}>
      <div role="alert">
        <ul>
          {result.problems.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}

function Results(shown: ShownList) {
  const { list, t, result, path, total } = shown;
  if ("problems" in result) return null;
  if (result.rows.length > 0) return <Table {...shown} page={result} />;
  if (total === 0 && !isAsked(shown))
    return (
      <Notice kind="empty" title={t(`${list.name}.empty`)}>
        {t(`${list.name}.empty_why`)}
      </Notice>
    );
  return (
    <Notice kind="empty" title={t("list.no_match")} href={path} link={t("list.clear")}>
      {shown.text === "" ? t("list.no_match_why") : t(whyNoMatch(shown))}
    </Notice>
  );
}

function whyNoMatch({ list, isMasked }: ShownList) {
  if (list.text === "whole") return "list.whole_search";
  if (isMasked) return "list.masked_search";
  return list.ids.length > 1 ? "list.no_match_id" : "list.no_match_why";
}

const isAsked = ({ params, text }: ShownList) => text !== "" || Object.keys(params.filters).length > 0;

function DownloadWay(shown: ShownList) {
  if (shown.canDownload) return <DownloadLink {...shown} />;
  const because = notYours("list:download", shown);
  return <RefusedWay id="no-download" label={shown.t("list.download")} because={because} />;
}

function DownloadLink({ list, params, t, result, language }: ShownList) {
  const address = addressOf(list, { ...params, place: { at: "first" }, isExact: false }, "/export");
  const found = "found" in result && !result.found.isMore ? result.found.records : undefined;
  const words = {
    download: t("list.download"),
    downloading: t.raw(found === undefined ? "list.downloading" : "list.downloading_of"),
    downloaded: t.raw("list.downloaded"),
    failed: t("list.download_failed"),
    cancel: t("list.cancel"),
    cancelled: t("list.cancelled"),
  };
  return <Download address={address} total={found} locale={locales[language]} words={words} />;
}
