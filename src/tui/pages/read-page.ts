import type { Language } from '../../core/model/language.ts';
import type { PagesDesk } from './desk.ts';
import { historyPage } from './history-page.ts';
import {
  campaignsPage,
  followingPage,
  letterPage,
  problemsPage,
  receiptPage,
  versionsPage,
} from './library-pages.ts';
import { importPage } from './import-page.ts';
import { matrixPage } from './matrix-page.ts';
import { meetingPage, meetingsPage } from './meetings-page.ts';
import { compositePage, outcomePage, rebasePage } from './negotiation-pages.ts';
import type { Page, PageRequest } from './page.ts';
import { palettePage } from './program-pages.ts';
import { rulePage, rulesPage } from './rules-page.ts';
import { textPage } from './text-page.ts';

/** Reads what a screen shows and makes the screen; a rejection says why there is none. */
export async function readPage(
  desk: PagesDesk,
  request: PageRequest,
  language: Language | null,
): Promise<Page> {
  const { port } = desk;
  switch (request.kind) {
    case 'matrix':
      return matrixPage(desk, request, await port.matrix(request.resolution, request.meeting, language));
    case 'history':
      return historyPage(desk, request, await port.history(request.resolution, language));
    case 'composite':
      return compositePage(
        desk,
        request,
        await port.composite(request.resolution, request.meeting, language),
      );
    case 'outcome':
      return outcomePage(desk, request, await port.outcome(request.resolution, request.meeting, language));
    case 'rebase':
      return rebasePage(desk, request, await port.rebase(request.resolution, request.meeting, language));
    case 'campaigns':
      return campaignsPage(desk, request.resolution, await port.campaigns(request.resolution, language));
    case 'versions':
      return versionsPage(desk, request.text, await port.versions(request.text));
    case 'text':
      return textPage(desk, request, await port.text(request.text, language));
    case 'meeting':
      return meetingPage(desk, request.meeting, await port.meeting(request.meeting, language));
    case 'letter':
      return letterPage(desk, request, await port.letter(request.base, request.revised));
    case 'rule':
      return rulePage(desk, await port.rules(), request.rule);
    case 'rules':
      return rulesPage(desk, await port.rules());
    case 'meetings':
      return meetingsPage(desk, await port.meetings());
    case 'following':
      return followingPage(desk, await port.following());
    case 'problems':
      return problemsPage(desk, await port.validate());
    case 'import':
      return importPage(desk, request.path, await port.planImport(request.path));
    case 'palette':
      return palettePage(desk, request.contexts);
    case 'receipt': {
      if (!desk.origin) throw new Error(desk.say('page.needs.comparison'));
      return receiptPage(desk, await port.receipt(desk.origin.report));
    }
  }
}
