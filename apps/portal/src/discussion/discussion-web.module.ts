import { FilesModule } from '#lib/files';
import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { DraftingWebModule } from '../drafting/drafting-web.module.js';
import { ReportsWebModule } from '../reports/reports-web.module.js';
import { AddressConfirmationsApi } from './api/address-confirmations.api.js';
import { CheckReceiptApi } from './api/check-receipt.api.js';
import { DiscussionsApi } from './api/discussions.api.js';
import { PlacementsApi } from './api/placements.api.js';
import { RemarksApi } from './api/remarks.api.js';
import { RemarkDocumentApi } from './api/remark-document.api.js';
import { SubmitRemarkApi } from './api/submit-remark.api.js';
import { Attachments } from './attachments.js';
import { RemarkDoor, RemarkPace } from './remark-door.js';
import { DraftSurroundings } from './draft-surroundings.js';
import { PublicDrafts } from './public-drafts.js';
import { ClausePage } from './pages/clause/clause.page.js';
import { TextPage } from './pages/text/text.page.js';
import { CheckReceiptPage } from './pages/check-receipt.page.js';
import { MyRemarksPage } from './pages/my-remarks.page.js';
import { NameConsentPage } from './pages/name-consent.page.js';
import { OwnDataPage } from './pages/own-data.page.js';
import { DraftPage } from './pages/draft/draft.page.js';
import { ListPage } from './pages/list/list.page.js';
import { ObjectionPage } from './pages/objection.page.js';
import { OwnRemarkPages } from './pages/own-remark-pages.js';
import { OwnRemarkPage } from './pages/own-remark.page.js';
import { ReceiptFile, ReceiptPage } from './pages/receipt.page.js';
import { ReceiptTextFile } from './pages/receipt-text.page.js';
import { ConfirmedSenders } from './pages/confirmed-sender.js';
import { RemarkForms } from './pages/remark-forms.js';
import { RemarkPage } from './pages/remark.page.js';
import { RemarkDocumentPage } from './pages/remark-steps/remark-document.page.js';
import { RemarkUploadsPage } from './pages/remark-steps/remark-uploads.page.js';
import { RemarkStepsPage } from './pages/remark-steps/remark-steps.page.js';
import { RequestErasurePage } from './pages/request-erasure.page.js';
import { SenderAddressLinkPage } from './pages/sender/address-link.page.js';
import { SenderAddressPage } from './pages/sender/address.page.js';
import { SenderIdentityPage } from './pages/sender/identity.page.js';
import { SenderReturnPage } from './pages/sender-return.page.js';
import { SenderVisitPage } from './pages/sender-visit.page.js';
import { SenderCookie } from '../request/sender-cookie.js';
import { ReplaceRemarkPage } from './pages/replace-remark.page.js';
import { WithdrawRemarkPage } from './pages/withdraw-remark.page.js';
import { PublishedAnswers } from './published-answers.js';

const pages = [
  ListPage,
  DraftPage,
  TextPage,
  ClausePage,
  RemarkPage,
  RemarkUploadsPage,
  RemarkDocumentPage,
  RemarkStepsPage,
  SenderVisitPage,
  SenderIdentityPage,
  SenderAddressPage,
  SenderAddressLinkPage,
  SenderReturnPage,
  ReceiptPage,
  ReceiptFile,
  ReceiptTextFile,
  OwnRemarkPage,
  ObjectionPage,
  ReplaceRemarkPage,
  WithdrawRemarkPage,
  NameConsentPage,
  OwnDataPage,
  RequestErasurePage,
  CheckReceiptPage,
  MyRemarksPage,
];

@Module({
  imports: [FilesModule, ServiceRegisterModule, DraftingWebModule, ConsiderationWebModule, ReportsWebModule],
  providers: [
    SenderCookie,
    ConfirmedSenders,
    RemarkForms,
    Attachments,
    RemarkDoor,
    RemarkPace,
    PublishedAnswers,
    OwnRemarkPages,
    PublicDrafts,
    DraftSurroundings,
  ],
  exports: [Attachments],
  controllers: [
    ...pages,
    DiscussionsApi,
    PlacementsApi,
    RemarksApi,
    SubmitRemarkApi,
    RemarkDocumentApi,
    CheckReceiptApi,
    AddressConfirmationsApi,
  ],
})
export class DiscussionWebModule {}
