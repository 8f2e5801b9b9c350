import 'survey-core/survey-core.fontless.min.css';
import 'survey-core/i18n/arabic';
import 'survey-core/i18n/german';
import 'survey-core/i18n/ukrainian';
import { model } from 'virtual:model';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

// As the documentation of SurveyJS sets it up, one question on a page.
const survey = new Model(model);
survey.locale = 'ar';
const place = document.getElementById('survey');
if (place) createRoot(place).render(createElement(Survey, { model: survey }));
