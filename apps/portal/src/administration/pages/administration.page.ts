import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { May } from '../../rights/may.js';
import { type AdministrationModel, administrationView } from './administration.view.js';

/** Where administrators begin. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/administration`)
export class AdministrationPage {
  @Get()
  @May('administration.read')
  show(@Visit() visit: PageVisit): PageAnswer {
    const { t } = visit;
    return visit.show(administrationView, { places: placesOf(visit) }, { title: t('administration.title') });
  }
}

const placesOf = (visit: PageVisit): AdministrationModel['places'] => {
  const { t } = visit;
  return [
    {
      href: visit.to('officer/officials'),
      title: t('access.officials-title'),
      about: t('administration.officials-about'),
    },
    {
      href: visit.to('officer/register/bodies'),
      title: t('register.title'),
      about: t('administration.register-about'),
    },
    { href: visit.to('officer/calendar'), title: t('calendar.page-title'), about: t('administration.calendar-about') },
    { href: visit.to('officer/profiles'), title: t('profile.list-title'), about: t('administration.profiles-about') },
    { href: visit.to('officer/audit'), title: t('audit.title'), about: t('audit.about') },
  ];
};
