import { mount } from '../mount.tsx'
import SurveyWords from './SurveyWords.tsx'

mount(SurveyWords)
